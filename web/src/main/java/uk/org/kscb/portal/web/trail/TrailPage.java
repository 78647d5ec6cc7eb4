package uk.org.kscb.portal.web.trail;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.trail.TrailService;
import uk.org.kscb.portal.platform.trail.TrailService.EntryPage;
import uk.org.kscb.portal.platform.trail.TrailService.Verdict;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Pager;

/** Who did what, newest first, and the check that nothing was altered. */
@Named
@RequestScoped
public class TrailPage {

    @EJB
    private TrailService trail;

    @Inject
    private HttpServletRequest request;

    private @Nullable EntryPage entries;
    private @Nullable Verdict verdict;

    public EntryPage getEntries() {
        if (entries == null) {
            entries = trail.entries(number(request.getParameter("page")));
        }
        return entries;
    }

    public String words(String what) {
        return TrailWords.of(what);
    }

    public Pager getPager() {
        EntryPage shown = getEntries();
        return Pager.of(shown.total(), shown.page(), shown.size(), n -> n == 1 ? "/trail" : "/trail?page=" + n);
    }

    public void verify() {
        Doors.passed(() -> verdict = trail.verify());
    }

    public @Nullable Verdict getVerdict() {
        return verdict;
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[1-9]\\d{0,6}") ? Integer.parseInt(page) : 1;
    }
}
