package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.HomeView;
import uk.org.kscb.portal.plan.HomeView.Debt;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.RecommendationList;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.shell.Words;

/** The page after signing in: what my agency owes, or what a member without debts may do here. */
@Named
@RequestScoped
public class HomePage {
    /** Days ahead that count as soon. */
    static final int SOON = 30;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    @EJB
    private ActionService actions;

    @EJB
    private RecommendationService recommendations;

    private @Nullable HomeView view;
    private @Nullable RecommendationList audits;

    /** One call of the front door, whatever the page asks for. */
    public HomeView getView() {
        if (view == null) {
            view = actions.home();
        }
        return view;
    }

    /** What practice audits recommend to the agency, past their date first; null for members who see none. */
    public @Nullable RecommendationList getAudits() {
        if (audits == null && getViewer().reach(Permission.READ_RECOMMENDATIONS) == Reach.OWN) {
            audits = recommendations.owed();
        }
        return audits;
    }

    /** As many of them as the page lists. */
    public List<RecommendationRow> getAuditRows() {
        RecommendationList list = getAudits();
        return list == null
                ? List.of()
                : list.rows().stream().limit(HomeView.LONGEST).toList();
    }

    public Viewer getViewer() {
        return CurrentViewer.require();
    }

    /** Whether the agency owes anything that the member sees; else the page says what they may do. */
    public boolean isLedger() {
        return isNews() && owesAnything(getView());
    }

    /** Whether the member sees what agencies owe and report. */
    public boolean isNews() {
        return getViewer().reach(Permission.READ_CONTRIBUTIONS) == Reach.ALL;
    }

    static boolean owesAnything(HomeView view) {
        return view.next() != null
                || Stream.of(view.late(), view.dueSoon(), view.awaitingUpdate(), view.awaitingSignOff(), view.offered())
                        .anyMatch(debts -> debts.count() > 0);
    }

    public boolean isMayAnswer() {
        return getViewer().may(Permission.ANSWER_OFFER);
    }

    public boolean isMayImport() {
        return getViewer().may(Permission.IMPORT_PLAN);
    }

    public String getLead() {
        return lead(getView());
    }

    public LocalDate getSoonUntil() {
        return getView().today().plusDays(SOON);
    }

    /** The sentence that an empty list needs: the next debt, or that there is none. */
    public String getNextDebt() {
        return nextDebt(getView().next());
    }

    /** June 2011: the month whose updates are missing. */
    public String getMonth() {
        return MONTH.format(getView().today());
    }

    public String getLastLooked() {
        return getView().lastLooked() == null
                ? ""
                : Words.weekday(
                        getView().lastLooked().atZone(PortalClock.LONDON).toLocalDate());
    }

    public List<Choice> getChoices() {
        return choices(getViewer());
    }

    static String lead(HomeView view) {
        List<String> parts = new ArrayList<>();
        long late = view.late().count();
        if (late > 0) {
            parts.add(Words.capital(Words.inWords(late, "contribution")) + (late == 1 ? " is late." : " are late."));
        } else {
            parts.add("Nothing is late. " + nextDebt(view.next()));
        }
        long offered = view.offered().count();
        if (offered > 0) {
            parts.add(Words.capital(Words.inWords(offered, "contribution"))
                    + (offered == 1 ? " is offered to us and waits" : " are offered to us and wait")
                    + " for our answer.");
        }
        if (view.yours() > 0) {
            parts.add(Words.capital(Words.inWords(view.yours(), "contribution")) + (view.yours() == 1 ? " is" : " are")
                    + " assigned to you, and shown first.");
        }
        return String.join(" ", parts);
    }

    static String nextDebt(@Nullable Debt next) {
        return next == null || next.due() == null
                ? "No other contribution has a date."
                : "The next contribution, to " + next.ref() + ", is due on " + Words.longDay(next.due()) + ".";
    }

    /** A way on for members without debts. */
    public record Choice(String href, String title, String words) {}

    static List<Choice> choices(Viewer viewer) {
        List<Choice> choices = new ArrayList<>();
        if (viewer.may(Permission.READ_PLAN)) {
            choices.add(
                    new Choice("/actions?show=all", "Actions", "Every numbered action of the plan and how it stands."));
            choices.add(new Choice("/plan", "The whole plan", "Priorities, outcomes and dates on one page."));
        }
        if (viewer.may(Permission.IMPORT_PLAN)) {
            choices.add(new Choice("/plan/imports", "Imports", "Bring in a plan, see what it changes, then decide."));
        }
        if (viewer.may(Permission.READ_PEOPLE)) {
            choices.add(new Choice(
                    "/people",
                    "People",
                    viewer.may(Permission.MANAGE_PEOPLE)
                            ? "Invite people, give and withdraw roles, fill posts."
                            : "Who holds which role and post."));
        }
        if (viewer.may(Permission.READ_TRAIL)) {
            choices.add(new Choice("/trail", "Trail", "Who did what, for which agency, and with what result."));
        }
        choices.add(new Choice("/account", "Your account", "Your name, your roles, your password and access tokens."));
        choices.add(new Choice("/who-may-do-what", "Who may do what", "The table of roles and permissions."));
        return choices;
    }
}
