package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AuditDetail;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Happened;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Opening;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Standing;
import uk.org.kscb.portal.practiceaudit.AuditRow;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.GradingScheme;
import uk.org.kscb.portal.practiceaudit.NonReturn;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.web.shell.Routes;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One audit: where it stands, what comes next, who has answered. */
@Named
@RequestScoped
public class AuditPage {

    /** Other pages of an audit, in the order of its life; each is linked where its route exists and lets the viewer in. */
    private static final List<Place> PLACES = List.of(
            new Place("Our return", "/return"),
            new Place("Sample", "/sample"),
            new Place("Returns", "/returns"),
            new Place("Moderation", "/moderation"),
            new Place("Results", "/results"),
            new Place("Findings", "/findings"),
            new Place("Report", "/report"),
            new Place("Who looked", "/kept"));

    @EJB
    private PracticeAuditService service;

    @Inject
    private PortalClock clock;

    private @Nullable AuditDetail detail;
    private @Nullable List<NonReturn> nonReturns;

    private record Place(String words, String path) {}

    /** A page of this audit. */
    public record Link(String words, String href) {}

    public String getCode() {
        return Sent.text("code");
    }

    public AuditDetail getDetail() {
        if (detail == null) {
            detail = service.audit(getCode());
        }
        return detail;
    }

    public AuditRow getSummary() {
        return getDetail().summary();
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public String getScheme() {
        return GradingScheme.of(getDetail().gradingScheme()).name();
    }

    public List<Link> getLinks() {
        List<Link> links = new ArrayList<>();
        for (Place place : PLACES) {
            Optional<Routes.Route> route = Routes.ALL.stream()
                    .filter(r -> r.address().equals("/practice-audits/{code}" + place.path()))
                    .findFirst();
            if (route.flatMap(Routes.Route::guard)
                    .filter(CurrentViewer.require()::may)
                    .isPresent()) {
                links.add(new Link(place.words(), "/practice-audits/" + Words.url(getCode()) + place.path()));
            }
        }
        return links;
    }

    /** The step that leads on, unless the audit stands aside. */
    public @Nullable Opening getNext() {
        return getDetail().openings().stream()
                .filter(o -> !o.move().aside())
                .findFirst()
                .orElse(null);
    }

    /** What else can be done on the way. */
    public List<Opening> getOthers() {
        return getDetail().openings().stream()
                .filter(o -> !o.move().aside())
                .skip(1)
                .toList();
    }

    public List<Opening> getAside() {
        return getDetail().openings().stream().filter(o -> o.move().aside()).toList();
    }

    /** For the independent chair: returns of this audit that did not come. */
    public List<NonReturn> getNonReturns() {
        if (nonReturns == null) {
            nonReturns = CurrentViewer.require().may(Permission.RESOLVE_NON_RETURNS)
                    ? service.nonReturns().stream()
                            .filter(n -> n.audit().equals(getCode()))
                            .toList()
                    : List.of();
        }
        return nonReturns;
    }

    public boolean isMayRun() {
        return CurrentViewer.require().may(Permission.RUN_AUDITS);
    }

    public boolean isMaySeeAll() {
        return CurrentViewer.require().reach(Permission.READ_PROGRAMME) == Reach.ALL;
    }

    /** Drawing is done on the sample's own page. */
    public boolean isToDraw() {
        return isMayRun() && getSummary().state() == AuditState.PILOTING;
    }

    public boolean isOut() {
        AuditState state = getSummary().state();
        return state == AuditState.NOTIFIED || state == AuditState.COLLECTING;
    }

    public boolean isMayConfirm() {
        AuditRow.Ours ours = getSummary().ours();
        return isOut()
                && CurrentViewer.require().may(Permission.CONFIRM_RECEIPT)
                && ours != null
                && !ours.receiptConfirmed()
                && !ours.withdrawn();
    }

    public boolean isBeforeSample() {
        AuditState state = getSummary().state();
        return state == AuditState.SCOPED || state == AuditState.PILOTING;
    }

    public boolean isBeforeNotice() {
        return isBeforeSample() || getSummary().state() == AuditState.SAMPLED;
    }

    public boolean isEnded() {
        return getSummary().state().ended();
    }

    public List<Standing> getWaitedFor() {
        return getDetail().agencies().stream()
                .filter(s -> s.takesPart() && !s.signedOff())
                .toList();
    }

    public String getAnswered() {
        long taking =
                getDetail().agencies().stream().filter(Standing::takesPart).count();
        long signed = getDetail().agencies().stream()
                .filter(s -> s.takesPart() && s.signedOff())
                .count();
        return signed + " of " + taking;
    }

    public boolean isLate() {
        LocalDate due = getSummary().returnsDue();
        return isOut() && due != null && due.isBefore(clock.today());
    }

    public String getReminderWords() {
        return "Who has not signed off is reminded on "
                + getDetail().reminders().stream().map(Words::shortDay).collect(Collectors.joining(", "))
                + ". Each reminder stands in the history.";
    }

    public String words(Happened happened) {
        return AuditWords.of(happened);
    }

    public String detail(Happened happened) {
        return AuditWords.detail(happened);
    }
}
