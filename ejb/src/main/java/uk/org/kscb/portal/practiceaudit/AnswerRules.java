package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ReturnCase.CaseIsComplete;
import uk.org.kscb.portal.practiceaudit.store.AnswerStore.Place;

/** When an answer is taken, and what is an answer. */
final class AnswerRules {
    private static final Set<AuditState> MENDING = Set.of(
            AuditState.NOTIFIED,
            AuditState.COLLECTING,
            AuditState.RETURNED,
            AuditState.MODERATING,
            AuditState.ACCURACY);

    private AnswerRules() {}

    /**
     * Why answers are not taken now. Passing the last day closes nothing by itself: what comes after it is taken and
     * counts as late, until the KSCB manager closes the returns; and what is being typed then, for a while longer.
     *
     * @param closedAt when the returns were closed
     */
    static Optional<String> closed(
            AuditState audit, ReturnState state, @Nullable Instant closedAt, boolean withdrawn, Instant now) {
        if (withdrawn) {
            return Optional.of("Your agency no longer takes part in this audit. What it returned is kept.");
        }
        if (!state.open()) {
            return Optional.of("This return is signed off and locked. To change it, ask for it to be reopened.");
        }
        boolean taken = PracticeAudit.takesAnswers(audit, closedAt, now)
                || state == ReturnState.REOPENED && MENDING.contains(audit);
        if (taken) {
            return Optional.empty();
        }
        return Optional.of(
                switch (audit) {
                    case PAUSED, CANCELLED ->
                        "This audit is " + audit.words().toLowerCase(Locale.UK)
                                + ". Nothing can be answered now; what you answered is kept.";
                    case SCOPED, PILOTING, SAMPLED, NOTIFIED ->
                        "Returns are not open yet. The KSCB manager opens them once agencies have the references.";
                    default -> "Returns are closed. Ask the KSCB manager if yours must still change.";
                });
    }

    /** Until the report is written a signed return may be mended. */
    static boolean mayReopen(AuditState audit) {
        return MENDING.contains(audit);
    }

    /** While a moderator reads returns and gives grades. */
    static boolean panelWorks(AuditState audit) {
        return audit == AuditState.MODERATING || audit == AuditState.ACCURACY;
    }

    static void requireAnswerable(Place at, Viewer viewer, ReturnState state, Instant now) {
        boolean mine =
                Objects.equals(at.auditor(), viewer.memberId()) || Objects.equals(at.helper(), viewer.memberId());
        if (!mine && !viewer.may(Permission.SIGN_RETURN)) {
            throw new NotVisible("case of yours");
        }
        closed(at.audit(), state, at.closedAt(), at.withdrawn(), now).ifPresent(why -> {
            throw new ReturnIsClosed(why);
        });
        if (!at.asks().asks(at.part()) && at.part() != AgencyPart.INVOLVED
                || at.onlyAgency() != null && !at.onlyAgency().equals(viewer.agencyCode())) {
            throw new NotVisible("question");
        }
        if (at.complete()) {
            throw new CaseIsComplete();
        }
        if (!at.declared()) {
            throw new DeclareFirst();
        }
    }

    /** @throws Refusal when the value is no answer to such a question */
    static @Nullable String value(Place at, @Nullable String value) {
        if (value == null) {
            return null;
        }
        boolean allowed = at.kind() == AnswerKind.GRADE
                ? GradingScheme.of(at.gradingScheme()).has(value)
                : at.kind().allows(value, at.choices());
        if (!allowed) {
            throw new Refusal("value", "“" + shortened(value) + "” is no answer to this question.");
        }
        return value;
    }

    /**
     * A self-grade differs from what the score suggests by one step at most, and a critical fail holds it at the worst.
     * Source: BRIEF 4.8.
     */
    static void requireGradesFit(CaseView view) {
        GradingScheme scheme = GradingScheme.of(view.head().gradingScheme());
        List<Answered> grades = view.sections().stream()
                .flatMap(s -> s.questions().stream())
                .filter(q -> q.wanted() && q.question().gradeSubject() != null && q.value() != null)
                .toList();
        for (Answered grade : grades) {
            GradeSubject subject = Objects.requireNonNull(grade.question().gradeSubject());
            String given = Objects.requireNonNull(grade.value());
            if (grade.note() == null) {
                throw new Refusal(
                        grade.question().ref(),
                        "Give your reasons for the grade in " + grade.question().ref() + ".");
            }
            if (view.score().capped(subject)
                    && scheme.rank(given) < scheme.rank(scheme.worst().slug())) {
                throw new Refusal(
                        grade.question().ref(),
                        subject.words() + " has a critical fail, so its grade is "
                                + scheme.worst().label().toLowerCase(Locale.UK)
                                + ". A panel may lift that with written reasons; an agency may not.");
            }
            view.score()
                    .suggestedFor(subject, scheme)
                    .filter(s -> Math.abs(scheme.rank(s.slug()) - scheme.rank(given)) > 1)
                    .ifPresent(s -> {
                        throw new Refusal(
                                grade.question().ref(),
                                "The answers suggest “" + s.label()
                                        + "”. A grade may differ from that by one step; look at"
                                        + " the answers or the grade again.");
                    });
        }
    }

    /** What was decided before it was received was written down wrongly. */
    static void requireTimesInOrder(CaseView view) {
        view.elapsed().stream().filter(e -> e.minutes() < 0).findFirst().ifPresent(e -> {
            throw new Refusal(
                    e.ref(),
                    "This is earlier than the time in " + e.sinceRef() + ". Look at both again: one of them is wrong.");
        });
    }

    private static String shortened(String value) {
        return value.length() <= 30 ? value : value.substring(0, 30) + "…";
    }

    /** Answers are not taken now. */
    static class ReturnIsClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        ReturnIsClosed(String why) {
            super(why);
        }
    }

    /** Nobody audits their own work. */
    static class DeclareFirst extends Refusal {
        private static final long serialVersionUID = 1L;

        DeclareFirst() {
            super("declare", "Say first that you did not work on this case and do not manage anybody who did.");
        }
    }
}
