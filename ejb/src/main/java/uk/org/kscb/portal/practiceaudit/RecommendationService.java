package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AuditFindings.FindingView;
import uk.org.kscb.portal.practiceaudit.RecommendationDetail.ReviewView;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.FindingStore;
import uk.org.kscb.portal.practiceaudit.store.GradeStore;
import uk.org.kscb.portal.practiceaudit.store.RecommendationListStore;

/** The one report that a board must have: recommendations by age, status and agency, past their date first. */
@Stateless
public class RecommendationService {

    @Inject
    private AuditStore audits;

    @Inject
    private FindingStore store;

    @Inject
    private RecommendationListStore lists;

    @Inject
    private GradeStore agencies;

    @Inject
    private PortalClock clock;

    @Door(Permission.READ_RECOMMENDATIONS)
    public RecommendationList list(RecommendationFilter filter) {
        return listFor(filter);
    }

    /** The same list to take away; the trail tells of it. */
    @Door(value = Permission.READ_RECOMMENDATIONS, trail = "recommendations.export")
    public RecommendationList export(RecommendationFilter filter) {
        return listFor(filter);
    }

    /** What the viewer's agency owes on recommendations, for its home page and beside the plan's actions. */
    @Door(Permission.READ_RECOMMENDATIONS)
    public RecommendationList owed() {
        return listFor(new RecommendationFilter("open", "", "", 0, true));
    }

    private RecommendationList listFor(RecommendationFilter filter) {
        Viewer viewer = CurrentViewer.require();
        LocalDate today = clock.today();
        AuditScope scope = AuditScope.of(viewer, Permission.READ_RECOMMENDATIONS);
        List<RecommendationRow> all = lists.rows(scope, today, agencies.agencies(viewer.agencyId()), null, null);
        Predicate<RecommendationRow> others =
                r -> (filter.agency().isEmpty() || r.owner().code().equals(filter.agency()))
                        && (filter.audit().isEmpty() || r.audit().equals(filter.audit()))
                        && (!filter.mine() || r.owner().own())
                        && !r.madeOn().isAfter(today.minusMonths(filter.older()));
        Map<String, Long> counts = new LinkedHashMap<>();
        RecommendationFilter.SHOWS.forEach(show ->
                counts.put(show, all.stream().filter(others.and(shows(show))).count()));
        return new RecommendationList(
                filter,
                today,
                all.stream()
                        .filter(others.and(shows(filter.show())))
                        .sorted(Comparator.comparing((RecommendationRow r) -> !r.late())
                                .thenComparing(r -> r.closedOn() != null)
                                .thenComparing(RecommendationRow::due)
                                .thenComparing(RecommendationRow::audit)
                                .thenComparing(RecommendationRow::number))
                        .toList(),
                counts,
                all.stream().map(RecommendationRow::owner).distinct().toList(),
                scope.reach() == Reach.HEAD);
    }

    private static Predicate<RecommendationRow> shows(String show) {
        Predicate<RecommendationRow> open = r -> r.closedOn() == null && r.decision() != Decision.NOT;
        return switch (show) {
            case "late" -> open.and(RecommendationRow::late);
            case "waiting" -> open.and(r -> r.decision() == null);
            case "closed" -> open.negate();
            case "all" -> r -> true;
            default -> open;
        };
    }

    /** @throws NotVisible when there is none, or none that the viewer may see */
    @Door(Permission.READ_RECOMMENDATIONS)
    public RecommendationDetail recommendation(@TrailObject String id) {
        Viewer viewer = CurrentViewer.require();
        AuditScope scope = AuditScope.of(viewer, Permission.READ_RECOMMENDATIONS);
        Map<Long, AgencyBadge> badges = agencies.agencies(viewer.agencyId());
        RecommendationRow row = lists.rows(scope, clock.today(), badges, id, null).stream()
                .findFirst()
                .orElseThrow(() -> new NotVisible("recommendation"));
        boolean headline = scope.reach() == Reach.HEAD;
        FindingView finding = store.findingOf(id, viewer.may(Permission.MANAGE_FINDINGS));
        List<ReviewView> reviews = headline ? List.of() : store.reviews(id);
        boolean open = row.closedOn() == null && row.decision() != Decision.NOT;
        return new RecommendationDetail(
                row,
                clock.today(),
                headline ? "" : finding.text(),
                finding.number(),
                finding.questionRef(),
                finding.numerator(),
                finding.denominator(),
                finding.caseCodes(),
                headline ? List.of() : store.events(id, RecommendationService::words),
                headline ? List.of() : store.actions(id, badges, clock.today(), viewer.agencyId()),
                reviews,
                reviews.stream().filter(r -> r.agreedOn() == null).findFirst().orElse(null),
                open && row.decision() != null && viewer.may(Permission.OWN_AUDIT_ACTIONS),
                row.closedOn() == null
                        && viewer.may(Permission.DECIDE_RECOMMENDATIONS)
                        && !DecidingBoards.of(viewer).isEmpty(),
                open && viewer.may(Permission.MANAGE_FINDINGS));
    }

    private static String words(String what) {
        return Stream.<Enum<?>>concat(Stream.of(Decision.values()), Stream.of(Closure.values()))
                .filter(e -> e.name().equals(what))
                .map(e -> e instanceof Decision d ? d.words() : ((Closure) e).words())
                .findFirst()
                .orElse(what);
    }

    /** What an audit found: to agencies in it once its results are released. */
    @Door(Permission.READ_RECOMMENDATIONS)
    public AuditFindings findings(@TrailObject String code) {
        Viewer viewer = CurrentViewer.require();
        AuditScope scope = AuditScope.of(viewer, Permission.READ_RECOMMENDATIONS);
        PracticeAudit audit = audits.require(code, scope);
        boolean manages = viewer.may(Permission.MANAGE_FINDINGS);
        boolean shown = scope.reach() == Reach.ALL
                || scope.reach() == Reach.OWN
                        && audit.releasedOn()
                                .filter(d -> !d.isAfter(clock.today()))
                                .isPresent();
        Map<Long, AgencyBadge> badges = agencies.agencies(viewer.agencyId());
        return new AuditFindings(
                audit.code(),
                audit.title(),
                clock.today(),
                shown ? store.findings(audit, manages) : List.of(),
                lists.rows(scope, clock.today(), badges, null, code),
                manages ? List.copyOf(badges.values()) : List.of(),
                manages);
    }
}
