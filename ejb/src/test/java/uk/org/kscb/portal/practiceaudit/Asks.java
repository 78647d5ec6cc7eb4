package uk.org.kscb.portal.practiceaudit;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions for tests. */
final class Asks {
    private Asks() {}

    static Question yesNo(String ref) {
        return question(ref, AnswerKind.YES_NO, true, null, null, null, null);
    }

    static Question scale(String ref) {
        return question(ref, AnswerKind.SCALE, true, null, null, null, null);
    }

    static Question critical(String ref, String when, GradeSubject caps) {
        return question(ref, AnswerKind.YES_NO, true, when, caps, null, null);
    }

    static Question askedWhen(String ref, String other, String answer) {
        return question(ref, AnswerKind.YES_NO, true, null, null, other, answer);
    }

    static Question level(String ref) {
        return question(ref, AnswerKind.LEVEL, false, null, null, null, null);
    }

    static Question question(
            String ref,
            AnswerKind kind,
            boolean scored,
            @Nullable String criticalWhen,
            @Nullable GradeSubject caps,
            @Nullable String conditionRef,
            @Nullable String conditionValue) {
        return new Question(
                ref,
                "A",
                "Basics",
                "Is " + ref + " so?",
                null,
                null,
                kind,
                AnsweredBy.BOTH,
                criticalWhen,
                caps,
                BigDecimal.ONE,
                scored,
                List.of(),
                conditionRef,
                conditionValue,
                null,
                List.of(),
                null);
    }
}
