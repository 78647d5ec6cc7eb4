package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Typed;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.AuditAction;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.Finding;
import uk.org.kscb.portal.practiceaudit.model.ImpactReview;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.Recommendation;
import uk.org.kscb.portal.practiceaudit.model.RecommendationEvent;
import uk.org.kscb.portal.practiceaudit.model.RecommendationEvent.Minuted;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.FindingStore;
import uk.org.kscb.portal.practiceaudit.store.GradeStore;
import uk.org.kscb.portal.practiceaudit.store.RecommendationListStore;

/** From a finding to proof that it changed something: recommend, decide, act, show, close. */
@Stateless
public class FindingService {

    @Inject
    private AuditStore audits;

    @Inject
    private FindingStore store;

    @Inject
    private RecommendationListStore lists;

    @Inject
    private GradeStore agencies;

    @Inject
    private WatchedWords words;

    @Inject
    private PortalClock clock;

    @Door(value = Permission.MANAGE_FINDINGS, trail = "finding.record")
    public String record(@Valid RecordFinding finding) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(finding.audit(), AuditScope.of(viewer, Permission.MANAGE_FINDINGS));
        words.check(audit.code(), finding.cleared(), new Typed("text", finding.text()));
        requireCases(audit, finding.caseCodes());
        return store.add(new Finding(
                        audit,
                        store.nextNumber(audit, Finding.class),
                        finding,
                        viewer.userName(),
                        clock.today(),
                        clock.now()))
                .publicId();
    }

    /** A finding names cases of its audit alone, and them by code. */
    private void requireCases(PracticeAudit audit, @Nullable String codes) {
        if (codes == null || codes.isBlank()) {
            return;
        }
        Set<String> known = audits.cases(audit).stream().map(AuditCase::code).collect(Collectors.toSet());
        Stream.of(codes.strip().split("[\\s,;]+"))
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new Refusal("caseCodes", "“" + code + "” is no case of this audit. Give case codes alone.");
                });
    }

    @Door(value = Permission.MANAGE_FINDINGS, trail = "recommendation.make")
    public String recommend(@Valid Recommend says) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit audit = audits.require(says.audit(), AuditScope.of(viewer, Permission.MANAGE_FINDINGS));
        Finding finding = store.requireFinding(audit, says.finding());
        words.check(audit.code(), says.cleared(), new Typed("change", says.change()));
        long agency = store.agencyId(says.agency()).orElseThrow(() -> new NotVisible("agency"));
        return store.add(new Recommendation(
                        finding, store.nextNumber(audit, Recommendation.class), says, agency, clock.today()))
                .publicId();
    }

    /** A board accepts it, in part or not; each decision is kept. @param board empty where the viewer speaks for one only */
    @Door(value = Permission.DECIDE_RECOMMENDATIONS, trail = "recommendation.decide")
    public void decide(
            @TrailObject String recommendation,
            @Nullable Decision decision,
            String reason,
            String board,
            String minute) {
        if (decision == null) {
            throw new Refusal("decision", "Choose what the board decided.");
        }
        TextWatch.refuseNumbers("reason", reason);
        Minuted where = minuted("minute", board, minute);
        Recommendation found = visible(recommendation, Permission.DECIDE_RECOMMENDATIONS);
        found.decide(decision, reason, clock.today());
        tell(found, decision, reason, where);
    }

    /** On proof that practice changed. */
    @Door(value = Permission.DECIDE_RECOMMENDATIONS, trail = "recommendation.close")
    public void close(@TrailObject String recommendation, String board, String minute) {
        Minuted where = minuted("closeMinute", board, minute);
        Recommendation found = visible(recommendation, Permission.DECIDE_RECOMMENDATIONS);
        found.close(store.reached(found), clock.today());
        tell(found, Closure.IMPACT, "", where);
    }

    /** Without proof: the board says why it lives with the gap. */
    @Door(value = Permission.DECIDE_RECOMMENDATIONS, trail = "recommendation.accept-gap")
    public void acceptGap(@TrailObject String recommendation, String reason, String board, String minute) {
        if (reason.length() > 1000) {
            throw new Refusal("gap", "Keep the reason to 1,000 characters.");
        }
        TextWatch.refuseNumbers("gap", reason);
        Minuted where = minuted("gapMinute", board, minute);
        Recommendation found = visible(recommendation, Permission.DECIDE_RECOMMENDATIONS);
        found.acceptGap(reason, clock.today());
        tell(found, Closure.GAP, reason, where);
    }

    /** The viewer's agency says what it will do; it alone answers for it. */
    @Door(value = Permission.OWN_AUDIT_ACTIONS, trail = "audit-action.add")
    public String act(@Valid PlanAction says) {
        Viewer viewer = CurrentViewer.require();
        Recommendation found = visible(says.recommendation(), Permission.OWN_AUDIT_ACTIONS);
        words.check(
                found.audit().code(),
                says.cleared(),
                new Typed("text", says.text()),
                new Typed("measure", says.measure()),
                new Typed("betterOff", says.betterOff()));
        Smart.check(says.text(), says.measure(), says.start(), says.target());
        return store.add(new AuditAction(
                        found,
                        says,
                        viewer.agencyId(),
                        store.agencyIds(says.contributors()),
                        viewer.memberId(),
                        clock.today(),
                        clock.now()))
                .publicId();
    }

    @Door(value = Permission.OWN_AUDIT_ACTIONS, trail = "audit-action.report")
    public void report(@Valid ReportOnAction says) {
        Viewer viewer = CurrentViewer.require();
        Recommendation found = visible(says.recommendation(), Permission.OWN_AUDIT_ACTIONS);
        words.check(
                found.audit().code(),
                says.cleared(),
                new Typed("done", says.done()),
                new Typed("evidence", says.evidence()));
        store.add(store.requireOwnAction(found, says.action(), viewer.agencyId())
                .report(says, viewer.memberId(), clock.today(), clock.now()));
    }

    /** The agency says how far it has come; it counts once the KSCB manager agrees. */
    @Door(value = Permission.OWN_AUDIT_ACTIONS, trail = "impact.propose")
    public void propose(@Valid ShowImpact says) {
        Viewer viewer = CurrentViewer.require();
        Recommendation found = visible(says.recommendation(), Permission.OWN_AUDIT_ACTIONS);
        words.check(found.audit().code(), says.cleared(), new Typed("proof", says.proof()));
        if (found.agencyId() != viewer.agencyId()) {
            throw new Refusal("The agency that the recommendation is made to says how far it has come.");
        }
        PracticeAudit reaudit = says.reaudit() == null || says.reaudit().isBlank()
                ? null
                : audits.find(says.reaudit().strip(), AuditScope.of(viewer, Permission.READ_RECOMMENDATIONS))
                        .orElseThrow(() -> new Refusal("reaudit", "No audit that you can see has this code."));
        if (reaudit != null && !store.isReauditOf(found, reaudit)) {
            throw new Refusal(
                    "reaudit",
                    "This is no re-audit of the audit that made the recommendation. Give the re-audit's code.");
        }
        store.add(new ImpactReview(
                found, says, reaudit, viewer.agencyId(), viewer.userName(), clock.today(), clock.now()));
    }

    @Door(value = Permission.MANAGE_FINDINGS, trail = "impact.agree")
    public void agree(@TrailObject String recommendation, @TrailObject String review) {
        Recommendation found = visible(recommendation, Permission.MANAGE_FINDINGS);
        ImpactReview proposed = store.requireReview(found, review);
        if (!store.reauditReleased(proposed)) {
            throw new Refusal("The re-audit that it rests on has no released results yet. Agree once it has.");
        }
        proposed.agree(CurrentViewer.require().userName(), clock.today());
    }

    /** What the viewer may see and this permission reaches; anything else looks as if it were not there. */
    private Recommendation visible(String publicId, Permission permission) {
        Viewer viewer = CurrentViewer.require();
        if (lists.rows(
                        AuditScope.of(viewer, permission),
                        clock.today(),
                        agencies.agencies(viewer.agencyId()),
                        publicId,
                        null)
                .isEmpty()) {
            throw new NotVisible("recommendation");
        }
        return store.recommendation(publicId);
    }

    /** A decision is a board's, and stands in its minutes; a single member makes none. */
    private static Minuted minuted(String field, String board, String minute) {
        String decided = DecidingBoards.choose(CurrentViewer.require(), board);
        if (minute.isBlank() || minute.length() > 200) {
            throw new Refusal(field, "Say where it is minuted, in at most 200 characters.");
        }
        return new Minuted(decided, minute.strip());
    }

    private void tell(Recommendation recommendation, Enum<?> what, String reason, Minuted where) {
        Viewer viewer = CurrentViewer.require();
        store.add(new RecommendationEvent(
                recommendation,
                what,
                reason,
                where,
                viewer.userName(),
                viewer.agencyCode(),
                clock.today(),
                clock.now()));
    }
}
