package uk.org.kscb.portal.practiceaudit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Whether answers to both say the same: words, kind, choices, who answers, and which answer is the bad one. */
    public boolean asksTheSame(Question other) {
        return text.equals(other.text)
                && kind == other.kind
                && choices.equals(other.choices)
                && answeredBy == other.answeredBy
                && Objects.equals(criticalWhen, other.criticalWhen);
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
     * Refs of the questions that the answers so far let be asked. Where the agency is not asked the question that
     * another depends on, it cannot be held back by it; where that question is held back itself, its answer counts for
     * nothing, whatever was given before.
     *
     * @param asked all that the agency is asked, without a loop in the conditions
     * @param answers by ref
     */
    public static Set<String> wanted(Collection<Question> asked, Map<String, String> answers) {
        Map<String, Question> byRef = new HashMap<>();
        asked.forEach(q -> byRef.put(q.ref(), q));
        return asked.stream()
                .filter(q -> q.wanted(byRef, answers, byRef.size()))
                .map(Question::ref)
                .collect(Collectors.toSet());
    }

    private boolean wanted(Map<String, Question> asked, Map<String, String> answers, int depth) {
        Question parent = conditionRef == null ? null : asked.get(conditionRef);
        if (parent == null || conditionValue == null) {
            return true;
        }
        String given = answers.get(parent.ref());
        boolean holds = conditionValue.startsWith("!")
                ? given != null && !conditionValue.substring(1).equals(given)
                : conditionValue.equals(given);
        return holds && depth > 0 && parent.wanted(asked, answers, depth - 1);
    }
}
