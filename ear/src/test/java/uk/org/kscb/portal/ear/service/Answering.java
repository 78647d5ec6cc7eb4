package uk.org.kscb.portal.ear.service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;

/** Somebody who answers every question that is asked of a case, one after another as the page does. */
record Answering(ReturnService returns, AnswerService answers, String audit) {
    private static final Map<AnswerKind, String> USUAL = Map.of(
            AnswerKind.YES_NO, "YES",
            AnswerKind.SCALE, "2",
            AnswerKind.LEVEL, "3",
            AnswerKind.CHOICE, "given",
            AnswerKind.DATE, "2011-04-04",
            AnswerKind.DATE_TIME, "2011-04-04T10:30",
            AnswerKind.GRADE, "good",
            AnswerKind.TEXT, "The reason for the referral is plain.");

    /** @param unlike answers other than the usual ones, by the question's reference */
    void answerAll(String who, String aCase, AgencyPart part, Map<String, String> unlike) {
        for (List<CaseView.Answered> open = open(who, aCase, part);
                !open.isEmpty();
                open = open(who, aCase, part)) { // an answer may ask for another one
            open.forEach(question -> answer(who, aCase, part, question, unlike));
        }
    }

    private List<CaseView.Answered> open(String who, String aCase, AgencyPart part) {
        return As.person(who, () -> returns.ownCase(audit, aCase, part)).sections().stream()
                .flatMap(s -> s.questions().stream())
                .filter(q -> q.wanted() && !q.given())
                .toList();
    }

    private void answer(
            String who, String aCase, AgencyPart part, CaseView.Answered question, Map<String, String> unlike) {
        AnswerKind kind = question.question().kind();
        String ref = question.question().ref();
        String usual = "YES".equals(question.question().criticalWhen())
                ? "NO"
                : Objects.requireNonNull(USUAL.get(kind), () -> "no usual answer to " + ref);
        String says = unlike.getOrDefault(ref, usual);
        boolean words = kind == AnswerKind.TEXT;
        As.person(
                who,
                () -> answers.save(new SaveAnswer(
                        audit,
                        aCase,
                        part,
                        ref,
                        words ? null : says,
                        words ? says : kind == AnswerKind.GRADE ? "Complete and well reasoned" : null,
                        question.version(),
                        Set.of())));
    }
}
