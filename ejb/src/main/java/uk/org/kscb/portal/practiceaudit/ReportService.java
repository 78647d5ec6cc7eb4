package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Typed;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.ReportVersions.File;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Kind;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Version;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.model.AuditReport;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.Programme;
import uk.org.kscb.portal.practiceaudit.model.ReportApproval;
import uk.org.kscb.portal.practiceaudit.model.ReportComment;
import uk.org.kscb.portal.practiceaudit.report.PdfReport;
import uk.org.kscb.portal.practiceaudit.report.WordReport;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.FindingStore;
import uk.org.kscb.portal.practiceaudit.store.GradeStore;
import uk.org.kscb.portal.practiceaudit.store.RecommendationListStore;
import uk.org.kscb.portal.practiceaudit.store.ReportStore;

/** Reports of an audit: written, frozen, checked by agencies for their facts, released. */
@Stateless
public class ReportService {
    /** Working days that agencies have for the facts (BRIEF 4.5, step 8). */
    private static final int DAYS_FOR_FACTS = 5;

    private static final Set<AuditState> DRAFTING = EnumSet.of(
            AuditState.ACCURACY,
            AuditState.REPORTING,
            AuditState.APPROVED,
            AuditState.ACTING,
            AuditState.REAUDITING,
            AuditState.CLOSED);

    @Inject
    private AuditStore audits;

    @Inject
    private ReportStore reports;

    @Inject
    private FindingStore findings;

    @Inject
    private RecommendationListStore lists;

    @Inject
    private GradeStore agencies;

    @Inject
    private ResultFigures results;

    @Inject
    private BankHolidays holidays;

    @Inject
    private WatchedWords words;

    @Inject
    private PortalClock clock;

    /** Freezes the words with the figures of this moment as another version. @return its number */
    @Door(value = Permission.WRITE_AUDIT_REPORT, trail = "report.freeze")
    public int write(@Valid WriteReport says) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(says.audit(), AuditScope.of(viewer, Permission.WRITE_AUDIT_REPORT));
        if (!DRAFTING.contains(audit.state())) {
            throw new Refusal("A report is written once the panel has finished. This audit stands at “"
                    + audit.state().words() + "”.");
        }
        words.check(
                audit.code(),
                says.cleared(),
                new Typed("headline", says.headline()),
                new Typed("summary", says.summary()),
                new Typed("learning", says.learning()),
                new Typed("training", says.training()));
        LocalDate today = clock.today();
        LocalDate until = holidays.workingDays().plus(today, DAYS_FOR_FACTS);
        int version = reports.nextVersion(audit);
        ReportContent content = content(audit, says, viewer);
        reports.add(new AuditReport(
                audit,
                version,
                says,
                new AuditReport.Files(
                        WordReport.write(content.report(version, today, until)),
                        PdfReport.write(content.report(version, today, until)),
                        WordReport.write(content.brief(version, today))),
                until,
                viewer.userName(),
                today,
                clock.now()));
        return version;
    }

    private ReportContent content(PracticeAudit audit, WriteReport says, Viewer viewer) {
        Map<Long, AgencyBadge> badges = agencies.agencies(viewer.agencyId());
        Figures figures = results.careful(audit, badges);
        return new ReportContent(
                results.head(audit),
                figures,
                findings.findings(audit, false),
                lists.rows(
                        AuditScope.of(viewer, Permission.READ_RECOMMENDATIONS),
                        clock.today(),
                        badges,
                        null,
                        audit.code()),
                says);
    }

    /** The versions that the viewer may read; a draft is read by who wrote it, by the agencies of the
     * audit, and, once its facts are checked, by the boards that approve it. */
    @Door(Permission.READ_AUDIT_REPORT)
    public ReportVersions reports(@TrailObject String code) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.READ_AUDIT_REPORT));
        boolean writes = viewer.may(Permission.WRITE_AUDIT_REPORT);
        boolean comments = comments(viewer, audit);
        boolean approves = approves(viewer, audit);
        List<Version> versions = reports.versions(
                audit,
                writes || comments || approves,
                clock.today(),
                writes ? null : comments ? viewer.agencyId() : -1L,
                agencies.agencies(viewer.agencyId()));
        return new ReportVersions(
                audit.code(),
                audit.title(),
                clock.today(),
                writes || comments || !approves
                        ? versions
                        : versions.stream()
                                .filter(v -> v.releasedOn() != null
                                        || v.number() == versions.getFirst().number())
                                .toList(),
                viewer.reach(Permission.READ_AUDIT_REPORT) == Reach.HEAD,
                writes,
                comments,
                approves && !versions.isEmpty() ? boards(viewer, versions.getFirst()) : List.of());
    }

    private static List<String> boards(Viewer viewer, Version newest) {
        return viewer.boards().stream()
                .filter(b ->
                        newest.approvals().stream().noneMatch(a -> a.board().equals(b)))
                .sorted()
                .toList();
    }

    /** Boards read the newest version once agencies have checked its facts. */
    private static boolean approves(Viewer viewer, PracticeAudit audit) {
        return viewer.may(Permission.APPROVE_AUDIT_REPORT) && audit.state().atLeast(AuditState.REPORTING);
    }

    private static boolean comments(Viewer viewer, PracticeAudit audit) {
        return viewer.may(Permission.COMMENT_ON_AUDIT_REPORT)
                && audit.agency(viewer.agencyId()).isPresent();
    }

    /** @throws NotVisible when there is no such version, or none that the viewer may read */
    @Door(value = Permission.READ_AUDIT_REPORT, trail = "report.read")
    public File file(@TrailObject String code, @TrailObject int version, @TrailObject Kind kind) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.READ_AUDIT_REPORT));
        if (kind != Kind.BRIEF && viewer.reach(Permission.READ_AUDIT_REPORT) == Reach.HEAD) {
            throw new NotVisible("report");
        }
        boolean drafts = viewer.may(Permission.WRITE_AUDIT_REPORT)
                || comments(viewer, audit)
                || approves(viewer, audit) && version == reports.newest(audit);
        AuditReport report = reports.require(audit, version, drafts, clock.today());
        return new File(
                audit.code() + (kind == Kind.BRIEF ? "-learning-brief" : "-report") + "-version-" + version + "."
                        + kind.extension().toLowerCase(Locale.ROOT),
                kind.type(),
                report.file(kind));
    }

    /** What is wrong with the facts of a draft; kept even when it comes late, and said to be late. */
    @Door(value = Permission.COMMENT_ON_AUDIT_REPORT, trail = "report.comment")
    public void comment(@TrailObject String code, @TrailObject int version, String text, Set<String> cleared) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.COMMENT_ON_AUDIT_REPORT));
        if (!comments(viewer, audit)) {
            throw new NotVisible("report");
        }
        words.check(code, cleared, new Typed("text", text));
        AuditReport report = reports.require(audit, version, true, clock.today());
        reports.add(new ReportComment(report, viewer.agencyId(), text, viewer.userName(), clock.today(), clock.now()));
    }

    /** What audits found, newest first: of each that the viewer may see the newest version that is released. */
    @Door(Permission.READ_AUDIT_REPORT)
    public List<ReleasedReport> released() {
        return reports.released(AuditScope.of(CurrentViewer.require(), Permission.READ_AUDIT_REPORT), clock.today());
    }

    /** Reports whose newest version the viewer's boards have still to approve, for their home page. */
    @Door(Permission.APPROVE_AUDIT_REPORT)
    public List<WaitingReport> waiting() {
        return reports.waiting(CurrentViewer.require().boards());
    }

    /**
     * A board approves the version that it read.
     *
     * @param version the newest, so that nobody approves what has been put right since
     * @throws NotVisible when the viewer does not sit on that board
     */
    @Door(value = Permission.APPROVE_AUDIT_REPORT, trail = "report.approve")
    public void approve(@TrailObject String code, @TrailObject int version, @TrailObject String board, String minute) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.APPROVE_AUDIT_REPORT));
        if (!viewer.boards().contains(board)) {
            throw new NotVisible("board of yours");
        }
        if (!approves(viewer, audit)) {
            throw new Refusal("Agencies are still checking the facts. A board approves the report after that.");
        }
        AuditReport report = reports.require(audit, version, true, clock.today());
        if (version != reports.newest(audit)) {
            throw new Refusal("There is a newer version. Read that one, and approve it.");
        }
        report.requireFactsChecked(clock.today());
        if (reports.approved(report, Set.of(board))) {
            throw new Refusal("This board's approval of this version is recorded already.");
        }
        reports.add(new ReportApproval(report, board, minute, viewer.userName(), clock.today(), clock.now()));
    }

    /** @throws Refusal while agencies may still say what is wrong, or before the deciding board approved this version */
    @Door(value = Permission.WRITE_AUDIT_REPORT, trail = "report.release")
    public void release(@TrailObject String code, @TrailObject int version) {
        PracticeAudit audit =
                audits.require(code, AuditScope.of(CurrentViewer.require(), Permission.WRITE_AUDIT_REPORT));
        AuditReport report = reports.require(audit, version, true, clock.today());
        if (audit.releasedOn().isEmpty()) {
            throw new Refusal("A report is released once the board has approved it. Record the approval first.");
        }
        boolean approved =
                audit.kind() == AuditKind.SINGLE_AGENCY || reports.approved(report, Programme.DECIDING_BOARDS);
        report.release(approved, clock.today());
    }
}
