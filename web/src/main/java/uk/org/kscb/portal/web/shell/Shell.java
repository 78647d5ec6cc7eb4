package uk.org.kscb.portal.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.privacy.WatchedWords.Held;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;

/** What the page template shows around every page: who is signed in, where they may go, which day it is. */
@Named
@RequestScoped
public class Shell {
    /** Longer names leave no room for the navigation. */
    private static final int LONGEST_AGENCY = 24;

    /** @param field id of the input to mend, empty for the form as a whole */
    public record Problem(String field, String text) {}

    @Inject
    private PortalClock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Problem> problems;

    public @Nullable Viewer getViewer() {
        return CurrentViewer.find().orElse(null);
    }

    public boolean isSignedIn() {
        return getViewer() != null;
    }

    /** "Kent Police, coordinator". */
    public String getWho() {
        Viewer viewer = getViewer();
        if (viewer == null) {
            return "";
        }
        String roles = viewer.roles().stream()
                .map(role -> role.title().replaceFirst("^Agency ", ""))
                .sorted()
                .map(title ->
                        title.startsWith("KSCB") || title.startsWith("DfE") ? title : title.toLowerCase(Locale.UK))
                .reduce((a, b) -> a + " and " + b)
                .orElse("no role");
        String agency = viewer.agencyName().length() > LONGEST_AGENCY ? viewer.agencyShortName() : viewer.agencyName();
        return agency + ", " + roles;
    }

    /** @param current {@code page}, {@code true} within its part of the portal, or {@code false} */
    public record Link(String words, String href, String current) {}

    /** The main navigation: what this viewer may open. */
    public List<Link> getLinks() {
        List<Link> links = new ArrayList<>();
        links.add(link("Home", "/home"));
        links.add(link("Guidance", "/guidance"));
        offer(links, Permission.READ_PLAN, "Actions", "/actions");
        offer(links, Permission.READ_PLAN, "Plan", "/plan");
        if (may(Permission.READ_RECEIPTS.name())) {
            links.add(link("Referrals", "/referrals"));
        } else {
            offer(links, Permission.READ_REFERRAL_MEASURES, "Referrals", "/referrals/measures");
        }
        offer(links, Permission.READ_VIGNETTES, "Judging alike", "/vignettes");
        offer(links, Permission.IMPORT_PLAN, "Imports", "/plan/imports");
        if (may(Permission.READ_PROGRAMME.name())) {
            links.add(link("Audits", "/practice-audits"));
        } else {
            offer(links, Permission.READ_AUDIT_REPORT, "Learning", "/audit-reports");
        }
        offer(links, Permission.READ_PEOPLE, "People", "/people");
        offer(links, Permission.READ_TRAIL, "Trail", "/trail");
        return links;
    }

    /** Whether the page of a guidance edition offers the way to the next one. */
    public boolean isPreparing() {
        return may(Permission.READ_GUIDANCE_DRAFTS.name());
    }

    /** The navigation of who is not signed in. */
    public List<Link> getPublicLinks() {
        return List.of(link("Guidance", "/guidance"), link("For families", "/guidance/families"));
    }

    private void offer(List<Link> links, Permission permission, String words, String href) {
        if (may(permission.name())) {
            links.add(link(words, href));
        }
    }

    private Link link(String words, String href) {
        String here = getAddress();
        boolean within = (here.startsWith(href + "/")
                        && !(href.equals("/plan") && here.startsWith("/plan/imports"))
                        && !(href.equals("/guidance") && here.equals("/guidance/families") && !isSignedIn()))
                || (href.equals("/people") && here.equals("/posts"));
        return new Link(words, href, here.equals(href) ? "page" : String.valueOf(within));
    }

    /** For {@code #{shell.may('IMPORT_PLAN')}}: whether a link is worth showing. The front door checks again. */
    public boolean may(String permission) {
        Viewer viewer = getViewer();
        return viewer != null && viewer.may(Permission.valueOf(permission));
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public boolean isTravelling() {
        return clock.travelling();
    }

    public boolean isSampleData() {
        String sample = System.getenv("PORTAL_SAMPLE_DATA");
        return sample != null && !sample.isBlank();
    }

    /** When the page warns that the session is about to end. */
    public long getWarnAfterSeconds() {
        return SessionLimits.IDLE.minus(SessionLimits.WARNING).toSeconds();
    }

    public long getEndAfterSeconds() {
        return SessionLimits.IDLE.toSeconds();
    }

    /** How long this page's session can still last, however busy. */
    public long getSecondsLeft() {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : SessionLimits.secondsLeft(session, clock.realNow());
    }

    public String getIdleWords() {
        return SessionLimits.idleWords();
    }

    public String getAbsoluteWords() {
        return SessionLimits.absoluteWords();
    }

    public String getVersion() {
        return Release.VERSION;
    }

    /** The address that the person sees, without the part after the question mark. */
    public String getAddress() {
        Object forwardedFrom = request.getAttribute("jakarta.servlet.forward.request_uri");
        return forwardedFrom == null ? request.getRequestURI() : (String) forwardedFrom;
    }

    /** What looks like a name or a date of birth, and whether its writer has said that it is none. */
    public record Cleared(String text, String words, boolean ticked) {}

    /** For {@code k:cleared}: what the writer of a refused form mends or clears. */
    public List<Cleared> getHeld() {
        Object held = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestMap()
                .get(Doors.HELD);
        return Stream.concat(
                        Sent.ticked("cleared").stream().sorted().map(t -> new Cleared(t, "", true)),
                        held instanceof List<?> list
                                ? list.stream().map(Held.class::cast).map(h -> new Cleared(h.text(), h.words(), false))
                                : Stream.empty())
                .toList();
    }

    /** What is to be put right on this form, in the order of its fields. */
    public List<Problem> getProblems() {
        FacesContext faces = FacesContext.getCurrentInstance();
        // before the page is written the list is still growing
        if (faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE) {
            return List.of();
        }
        if (problems == null) {
            problems = new ArrayList<>();
            Iterator<String> fields = faces.getClientIdsWithMessages();
            while (fields.hasNext()) {
                String field = fields.next();
                for (FacesMessage message : faces.getMessageList(field)) {
                    message.rendered();
                    problems.add(new Problem(field == null ? "" : field, message.getSummary()));
                }
            }
        }
        return problems;
    }

    public String getProblemsHeading() {
        return getProblems().size() == 1
                ? "One thing to put right"
                : Words.capital(Words.inWords(getProblems().size(), "thing")) + " to put right";
    }
}
