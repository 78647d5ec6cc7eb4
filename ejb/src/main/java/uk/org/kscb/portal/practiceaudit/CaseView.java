package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case in one agency's return: what is asked, what was answered, what it adds up to.
 *
 * @param place of the case among those the viewer sees, from 1
 * @param before and after: codes of the cases around it, or null
 * @param mayAnswer whether the viewer may answer now; if not, {@code whyNot} says why
 * @param mayTakeUp whether the viewer may take a completed case up again
 * @param mayTellConcern whether the case is the viewer's: a concern never waits for a return to be open
 * @param declared whether the viewer has said that they did not work on this case
 * @param unanswered refs of questions that completion waits for
 * @param elapsed how long things took, where the tool asks for two times
 * @param released moderated grades by subject; empty before they are released
 */
public record CaseView(
        ReturnView.Head head,
        String code,
        AgencyPart part,
        List<AgencyPart> parts,
        int place,
        int of,
        @Nullable String before,
        @Nullable String after,
        Traits traits,
        ReturnState state,
        @Nullable Boolean known,
        boolean mayAnswer,
        @Nullable String whyNot,
        boolean mayTakeUp,
        boolean mayTellConcern,
        boolean declared,
        List<Section> sections,
        Concern concern,
        @Nullable Instant completedAt,
        List<String> unanswered,
        Score score,
        List<Elapsed> elapsed,
        Map<GradeSubject, Released> released) {

    /** What the portal knows of the case: groups and bands. */
    public record Traits(
            @Nullable String ageBand,
            @Nullable String district,
            @Nullable String outcome,
            @Nullable LocalDate referralOn) {}

    public record Section(String letter, String title, List<Answered> questions) {
        public long answered() {
            return questions.stream().filter(q -> q.wanted() && q.given()).count();
        }

        public long asked() {
            return questions.stream().filter(Answered::wanted).count();
        }
    }

    /**
     * A question and how it stands.
     *
     * @param value as it is kept; null while unanswered. Of a question of kind GRADE the grade's slug
     * @param version goes up with each save; 0 while unanswered
     * @param wanted whether its condition lets it be asked
     */
    public record Answered(
            Question question,
            @Nullable String value,
            @Nullable String note,
            int version,
            @Nullable String by,
            @Nullable Instant at,
            boolean wanted) {
        /** Text counts as answered by its words, everything else by its value. */
        public boolean given() {
            return question.kind() == AnswerKind.TEXT ? note != null : value != null;
        }
    }

    /** @param found YES, NO or null; @param told by role */
    public record Concern(
            @Nullable String found,
            @Nullable Instant actedAt,
            @Nullable String told) {}

    public record Released(String grade, String reason) {}

    /** Refs of what was answered, or reasoned for a grade, before another answer made it superfluous. */
    public List<String> unasked() {
        return sections.stream()
                .flatMap(s -> s.questions().stream())
                .filter(q -> !q.wanted()
                        && (q.value() != null || q.question().kind() == AnswerKind.GRADE && q.version() > 0))
                .map(q -> q.question().ref())
                .toList();
    }

    public long answered() {
        return sections.stream().mapToLong(Section::answered).sum();
    }

    public long asked() {
        return sections.stream().mapToLong(Section::asked).sum();
    }

    public Optional<Answered> answer(String ref) {
        return sections.stream()
                .flatMap(s -> s.questions().stream())
                .filter(q -> q.question().ref().equals(ref))
                .findFirst();
    }
}
