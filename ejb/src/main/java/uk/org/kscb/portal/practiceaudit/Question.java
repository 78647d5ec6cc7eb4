package uk.org.kscb.portal.practiceaudit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question of a tool, as it is built, shown, imported and exported.
 *
 * @param ref stable key across versions and variants: {@code Q14}
 * @param section letter; @param sectionTitle as it heads the page
 * @param guidance shown beside the question
 * @param evidence where to look
 * @param criticalWhen the answer that is a critical fail, {@code YES} or {@code NO}, or null
 * @param criticalCaps the grade that a critical fail caps
 * @param weight of its points, above 0
 * @param scored whether its answer counts towards the score
 * @param choices of a question of kind CHOICE
 * @param conditionRef asked only when the answer to this other question is {@code conditionValue}; a leading
 *     exclamation mark turns it round ({@code !YES}: any answer but yes)
 * @param agencyVariant code of the only agency that is asked it, or null for all
 * @param wordings the same question in the words of single agencies
 * @param gradeSubject what a question of kind GRADE grades
 */
public record Question(
        String ref,
        String section,
        String sectionTitle,
        String text,
        @Nullable String guidance,
        @Nullable String evidence,
        AnswerKind kind,
        AnsweredBy answeredBy,
        @Nullable String criticalWhen,
        @Nullable GradeSubject criticalCaps,
        BigDecimal weight,
        boolean scored,
        List<String> choices,
        @Nullable String conditionRef,
        @Nullable String conditionValue,
        @Nullable String agencyVariant,
        List<Wording> wordings,
        @Nullable GradeSubject gradeSubject) {

    /** Whether answers to both say the same: words, kind and choices. */
    public boolean asksTheSame(Question other) {
        return text.equals(other.text) && kind == other.kind && choices.equals(other.choices);
    }

    public boolean critical() {
        return criticalWhen != null;
    }

    public List<AnswerKind.Option> options() {
        return kind.options(choices);
    }

    public Optional<String> variant() {
        return Optional.ofNullable(agencyVariant);
    }

    /** As this agency reads it. */
    public Question inTheWordsOf(String agency) {
        return wordings.stream()
                .filter(w -> w.agency().equals(agency))
                .findFirst()
                .map(w -> new Question(
                        ref,
                        section,
                        sectionTitle,
                        w.text(),
                        guidance,
                        w.evidence() == null ? evidence : w.evidence(),
                        kind,
                        answeredBy,
                        criticalWhen,
                        criticalCaps,
                        weight,
                        scored,
                        choices,
                        conditionRef,
                        conditionValue,
                        agencyVariant,
                        wordings,
                        gradeSubject))
                .orElse(this);
    }

    /** Whether an agency in this part of a case is asked it at all. */
    public boolean asks(AgencyPart part, String agency) {
        boolean ours = agencyVariant == null || agencyVariant.equals(agency);
        return ours && (part == AgencyPart.INVOLVED || answeredBy.asks(part));
    }

    /**
     * Whether the answer to the question it depends on lets it be asked. Where the agency is not asked that question, it
     * cannot be held back by it.
     *
     * @param asked refs of all that the agency is asked
     * @param answers by ref
     */
    public boolean wanted(Set<String> asked, Map<String, String> answers) {
        if (conditionRef == null || conditionValue == null || !asked.contains(conditionRef)) {
            return true;
        }
        String other = answers.get(conditionRef);
        return conditionValue.startsWith("!")
                ? other != null && !conditionValue.substring(1).equals(other)
                : conditionValue.equals(other);
    }
}
