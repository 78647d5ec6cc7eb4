package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Typed;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.ModerationView.Column;
import uk.org.kscb.portal.practiceaudit.ModerationView.Grade;
import uk.org.kscb.portal.practiceaudit.model.Moderation;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ModerationStore;
import uk.org.kscb.portal.practiceaudit.store.ModerationStore.Seat;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;

/**
 * The panel: reads across agencies, side by side, and gives its own grades. It adds, it never overwrites: the self-grade
 * stays, and so does every earlier decision.
 */
@Stateless
public class ModerationService {
    /** Agencies on a panel. Source: BRIEF 4.5. */
    static final int QUORUM = 3;

    @Inject
    private AuditStore audits;

    @Inject
    private ReturnStore returns;

    @Inject
    private ModerationStore store;

    @Inject
    private ModerationAssembly assembly;

    @Inject
    private WatchedWords words;

    @Inject
    private PortalClock clock;

    @Door(value = Permission.MODERATE, trail = "moderation.list")
    public ModerationView.Table table(@TrailObject String audit) {
        Viewer viewer = CurrentViewer.require();
        return assembly.table(found(audit, viewer), viewer);
    }

    /** Every agency's answers to one case, side by side. */
    @Door(value = Permission.MODERATE, trail = "moderation.read")
    public ModerationView sideBySide(@TrailObject String audit, @TrailObject String caseCode) {
        Viewer viewer = CurrentViewer.require();
        return assembly.sideBySide(found(audit, viewer), caseCode, viewer);
    }

    /**
     * @return id of the decision
     * @throws DecidedMeanwhile when another decision was made since the one that this one knows of
     */
    @Door(value = Permission.MODERATE, trail = "moderation.decide")
    public long decide(@Valid DecideGrade decide) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = found(decide.audit(), viewer);
        if (!AnswerRules.panelWorks(audit.state())) {
            throw new Refusal("Grades are moderated while the panel works. This audit stands at “"
                    + audit.state().words() + "”.");
        }
        ModerationView view = assembly.sideBySide(audit, decide.caseCode(), viewer);
        Column column = view.columns().stream()
                .filter(c -> c.agency().equals(decide.agency()) && c.part() == decide.part())
                .findFirst()
                .orElseThrow(() -> new NotVisible("agency in this case"));
        Grade grade = column.grades().stream()
                .filter(g -> g.subject() == decide.subject())
                .findFirst()
                .orElseThrow(() -> new NotVisible("grade of this case"));
        requireRead(column, grade, decide, GradingScheme.of(audit.gradingScheme()));
        words.check(
                decide.caseCode(),
                decide.cleared(),
                new Typed("reason", decide.reason()),
                new Typed("dissent", decide.dissent()),
                new Typed("liftedCapReason", decide.liftedCapReason()));
        List<Seat> panel = panel(decide.panel(), viewer, column);
        long returnCase = store.lockCase(audit, decide.agency(), decide.caseCode(), decide.part());
        if (store.newest(returnCase, decide.subject()) != decide.seen()) {
            throw new DecidedMeanwhile();
        }
        Moderation made = new Moderation(
                returnCase,
                decide,
                grade.self(),
                panel.stream().map(s -> s.name() + " (" + s.agencyShort() + ")").collect(Collectors.joining(", ")),
                viewer.memberId(),
                clock.now());
        return store.add(made, panel);
    }

    private static void requireRead(Column column, Grade grade, DecideGrade decide, GradingScheme scheme) {
        if (Boolean.FALSE.equals(column.known())) {
            throw new Refusal("This agency does not know the child of this case, so there is nothing to grade.");
        }
        if (!scheme.has(decide.grade())) {
            throw new Refusal("grade", "Choose a grade of this audit's scheme.");
        }
        boolean lifted = grade.capped() && !decide.grade().equals(scheme.worst().slug());
        if (lifted
                && (decide.liftedCapReason() == null || decide.liftedCapReason().isBlank())) {
            throw new CapNeedsReasons(scheme.worst().label());
        }
    }

    /** Three agencies at least, the recorder among them, and somebody of another agency records. */
    private List<Seat> panel(Set<String> userNames, Viewer viewer, Column column) {
        List<Seat> seats = store.seats().stream()
                .filter(s -> userNames.contains(s.userName()))
                .toList();
        boolean ours = column.ownAgency()
                || store.seats().stream()
                        .anyMatch(s -> s.memberId() == viewer.memberId()
                                && s.agencyShort().equals(column.agencyShort()));
        if (ours) {
            throw new OwnAgency(column.agencyName());
        }
        if (seats.stream().noneMatch(s -> s.memberId() == viewer.memberId())) {
            throw new Refusal("panel", "Whoever records the grade was on the panel. Tick yourself too.");
        }
        long agencies = seats.stream().map(Seat::agencyId).distinct().count();
        long people = seats.stream().map(Seat::memberId).distinct().count();
        if (Math.min(agencies, people) < QUORUM) {
            throw new NoQuorum((int) Math.min(agencies, people)); // who acts for two agencies is one person
        }
        return seats;
    }

    private PracticeAudit found(String audit, Viewer viewer) {
        PracticeAudit found = audits.require(audit, AuditScope.of(viewer, Permission.MODERATE));
        ReturnScope scope = ReturnScope.of(viewer);
        if (scope.panel() && !AnswerRules.panelWorks(found.state()) || returns.ownUnsigned(found, viewer.agencyId())) {
            throw new NotVisible("moderation");
        }
        return Objects.requireNonNull(found);
    }

    /** Two or more agencies always look together. */
    public static class NoQuorum extends Refusal {
        private static final long serialVersionUID = 1L;

        NoQuorum(int agencies) {
            super(
                    "panel",
                    "A panel has people of at least three agencies; this one has " + agencies
                            + ". Tick who else was there.");
        }
    }

    /** Nobody grades their own agency. */
    public static class OwnAgency extends Refusal {
        private static final long serialVersionUID = 1L;

        OwnAgency(String agency) {
            super("You act for " + agency + ". Somebody of another agency records the panel's grade for it.");
        }
    }

    /** A critical fail holds the grade down until the panel says why not. */
    public static class CapNeedsReasons extends Refusal {
        private static final long serialVersionUID = 1L;

        CapNeedsReasons(String worst) {
            super(
                    "liftedCapReason",
                    "A critical fail holds this grade at “" + worst
                            + "”. To lift it, write why it does not apply here.");
        }
    }

    /** What was decided in between is read first. */
    public static class DecidedMeanwhile extends Refusal {
        private static final long serialVersionUID = 1L;

        DecidedMeanwhile() {
            super("Another grade was recorded meanwhile. Read it first; then add yours if it still differs.");
        }
    }
}
