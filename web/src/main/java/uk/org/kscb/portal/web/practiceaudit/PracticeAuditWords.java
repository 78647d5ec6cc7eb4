package uk.org.kscb.portal.web.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.GradingScheme;
import uk.org.kscb.portal.practiceaudit.Question;

/** Answers and grades as people read them; for pages and for files. */
@Named
@ApplicationScoped
public class PracticeAuditWords {

    /** A grade in the words of its scheme. */
    public String grade(String scheme, @Nullable String slug) {
        return GradingScheme.of(scheme).label(slug);
    }

    /** @param scheme of the audit, for grades */
    public String answer(@Nullable Answered answer, String scheme) {
        if (answer == null) {
            return "Not asked";
        }
        if (!answer.wanted()) {
            return "Not asked here";
        }
        String value = answer.value();
        if (value == null) {
            return answer.question().kind() == AnswerKind.TEXT && answer.note() != null ? "See note" : "Not answered";
        }
        if (answer.question().kind() == AnswerKind.GRADE) {
            return grade(scheme, value);
        }
        return answer.question().options().stream()
                .filter(o -> o.value().equals(value))
                .map(AnswerKind.Option::words)
                .findFirst()
                .orElse(value.replace('T', ' '));
    }

    /** Whether a day, or a day and time, is asked for: paper needs a line for it. */
    public boolean dated(Question question) {
        return question.kind() == AnswerKind.DATE || question.kind() == AnswerKind.DATE_TIME;
    }

    /** "Only if the answer to Q11 is not “given”."; null for what is always asked of this case. */
    public @Nullable String onlyIf(CaseView view, Question q) {
        if (q.conditionRef() == null
                || q.conditionValue() == null
                || view.answer(q.conditionRef()).isEmpty()) {
            return null;
        }
        boolean not = q.conditionValue().startsWith("!");
        String value = not ? q.conditionValue().substring(1) : q.conditionValue();
        String words = view.answer(q.conditionRef()).orElseThrow().question().options().stream()
                .filter(o -> o.value().equals(value))
                .map(AnswerKind.Option::words)
                .findFirst()
                .orElse(value);
        return "Only if the answer to " + q.conditionRef() + " is " + (not ? "not " : "") + "“" + words + "”.";
    }

    /** What may be ticked on paper. */
    public List<String> options(Question question, String scheme) {
        return question.kind() == AnswerKind.GRADE
                ? GradingScheme.of(scheme).grades().stream()
                        .map(GradingScheme.Grade::label)
                        .toList()
                : question.options().stream().map(AnswerKind.Option::words).toList();
    }

    /** A kind of audit from its name. */
    public String kind(String name) {
        return Stream.of(AuditKind.values())
                .filter(k -> k.name().equals(name))
                .map(AuditKind::words)
                .findFirst()
                .orElse(name);
    }
}
