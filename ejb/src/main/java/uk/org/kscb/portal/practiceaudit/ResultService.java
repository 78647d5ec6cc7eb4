package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.practiceaudit.FigureCounts.Where;
import uk.org.kscb.portal.practiceaudit.ResultView.Head;
import uk.org.kscb.portal.practiceaudit.ResultView.Own;
import uk.org.kscb.portal.practiceaudit.ResultView.Sight;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.GradeStore;
import uk.org.kscb.portal.practiceaudit.store.GradeStore.OwnGrade;
import uk.org.kscb.portal.practiceaudit.store.ResultStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;
import uk.org.kscb.portal.practiceaudit.store.SheetStore;
import uk.org.kscb.portal.practiceaudit.store.SheetStore.SheetRow;

/** What the numbers of an audit say, to each as far as they may know. */
@Stateless
public class ResultService {
    private static final int SHEET_PAGE = 250;

    @Inject
    private AuditStore audits;

    @Inject
    private ResultStore results;

    @Inject
    private GradeStore grades;

    @Inject
    private SheetStore sheets;

    @Inject
    private ReturnStore returns;

    @Inject
    private ResultFigures assembled;

    /** @throws NotVisible when there is no such audit, or none that the viewer may read results of */
    @Door(value = Permission.READ_RESULTS, trail = "results.read")
    public ResultView results(@TrailObject String code, ResultFilter asked) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.READ_RESULTS));
        AuditFigures counted = results.figures(audit);
        Sight sight = sight(viewer);
        boolean released = assembled.released(audit);
        Head head = assembled.head(audit);
        if (sight != Sight.EVERYTHING && !released
                || sight == Sight.EVERYTHING && !panelReads(audit, viewer, released)) {
            return new ResultView(head, sight, ResultFilter.NONE, null, null);
        }
        Map<Long, AgencyBadge> badges = grades.agencies(viewer.agencyId());
        ResultFilter filter = sight == Sight.EVERYTHING ? asked : ResultFilter.NONE;
        FigureCounts county = new FigureCounts(counted, Where.EVERYWHERE);
        ResultAssembly assembly = new ResultAssembly(
                county,
                county.in(where(filter, badges)),
                sight != Sight.EVERYTHING,
                sight == Sight.OWN ? viewer.agencyId() : ResultAssembly.NOBODYS);
        return new ResultView(
                head,
                sight,
                filter,
                assembled.figures(audit, assembly, badges, sight, viewer.agencyId()),
                sight == Sight.OWN ? own(audit, assembly, badges, viewer) : null);
    }

    /**
     * The master sheet, a page at a time: to an agency its own rows, and until release without the panel's grades.
     *
     * @param after where the page begins; 0 for the first
     * @throws NotVisible when there is no such audit, or none that the viewer's agency takes part in
     */
    @Door(value = Permission.TAKE_MASTER_SHEET, trail = "results.export")
    public MasterSheet sheet(@TrailObject String code, long after) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(code, AuditScope.of(viewer, Permission.TAKE_MASTER_SHEET));
        boolean own = viewer.reach(Permission.TAKE_MASTER_SHEET) == Reach.OWN;
        if (!own && !panelReads(audit, viewer, false)) {
            throw new NotVisible("answers of every agency");
        }
        List<SheetRow> rows = sheets.sheet(
                audit,
                own ? viewer.agencyId() : null,
                own ? ReturnScope.of(viewer).memberId().orElse(null) : null,
                after,
                SHEET_PAGE);
        List<Long> ids = rows.stream().map(SheetRow::id).toList();
        Map<Long, Map<String, String>> answers = ids.isEmpty() ? Map.of() : sheets.answers(ids);
        Map<Long, Map<GradeSubject, String>> self = ids.isEmpty() ? Map.of() : sheets.gradesOf(ids, false);
        Map<Long, Map<GradeSubject, String>> panel =
                ids.isEmpty() || own && !assembled.released(audit) ? Map.of() : sheets.gradesOf(ids, true);
        return new MasterSheet(
                code,
                results.refs(audit),
                results.graded(audit),
                rows.stream()
                        .map(r -> new MasterSheet.Row(
                                r.caseCode(),
                                r.agency(),
                                AgencyPart.valueOf(r.part()).words(),
                                r.stratum(),
                                r.age(),
                                r.district(),
                                r.outcome(),
                                answers.getOrDefault(r.id(), Map.of()),
                                self.getOrDefault(r.id(), Map.of()),
                                panel.getOrDefault(r.id(), Map.of())))
                        .toList(),
                rows.size() < SHEET_PAGE ? Optional.empty() : Optional.of(ids.getLast()));
    }

    /**
     * Whoever runs audits sees everything at any time; a moderator while the panel works, unless their own agency has not
     * signed off (blind first), and figures once they are released.
     */
    private boolean panelReads(PracticeAudit audit, Viewer viewer, boolean released) {
        return released
                || !ReturnScope.of(viewer).panel()
                || AnswerRules.panelWorks(audit.state()) && !returns.ownUnsigned(audit, viewer.agencyId());
    }

    private static Sight sight(Viewer viewer) {
        Reach reach = viewer.reach(Permission.READ_RESULTS);
        return reach == Reach.ALL ? Sight.EVERYTHING : reach == Reach.OWN ? Sight.OWN : Sight.SUMMARY;
    }

    private Own own(PracticeAudit audit, ResultAssembly assembly, Map<Long, AgencyBadge> badges, Viewer viewer) {
        GradingScheme scheme = GradingScheme.of(audit.gradingScheme());
        long agency = viewer.agencyId();
        List<OwnGrade> own = grades.ownGrades(
                audit, agency, ReturnScope.of(viewer).memberId().orElse(null));
        FigureCounts ours = assembly.county().in(group -> group.agency() == agency);
        return new Own(
                badges.getOrDefault(
                        agency,
                        new AgencyBadge(
                                viewer.agencyCode(), viewer.agencyShortName(), viewer.agencyName(), false, true)),
                GradeAssembly.cases(own, scheme),
                GradeAssembly.tallies(own, scheme),
                assembly.beside(ours, agency));
    }

    private static Where where(ResultFilter filter, Map<Long, AgencyBadge> badges) {
        if (filter.equals(ResultFilter.NONE)) {
            return Where.EVERYWHERE;
        }
        return group -> {
            AgencyBadge badge = badges.get(group.agency());
            boolean thisAgency =
                    filter.agency().isEmpty() || badge != null && badge.code().equals(filter.agency());
            return thisAgency
                    && (filter.district().isEmpty() || filter.district().equals(group.district()));
        };
    }
}
