package uk.org.kscb.portal.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the portal says once, on the page after a change ("Update added"). Kept in the session until that page is shown,
 * since the change itself answers with a redirect.
 */
@Named
@RequestScoped
public class Notices {
    private static final String KEY = Notices.class.getName();

    /** @param kind {@code ok}, {@code note}, {@code warn} or {@code bad} */
    public record Notice(String kind, String lead, String text) implements Serializable {}

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Notice> taken;

    /** It is done. */
    public void done(String lead, String text) {
        say(new Notice("ok", lead, text));
    }

    public void warn(String lead, String text) {
        say(new Notice("warn", lead, text));
    }

    private void say(Notice notice) {
        HttpSession session = request.getSession();
        List<Notice> all = new ArrayList<>(kept(session));
        all.add(notice);
        session.setAttribute(KEY, all);
    }

    /** What is to be said on this page; said once. */
    public List<Notice> getTaken() {
        if (taken == null) {
            HttpSession session = request.getSession(false);
            taken = session == null ? List.of() : kept(session);
            if (session != null && !taken.isEmpty()) {
                session.removeAttribute(KEY);
            }
        }
        return taken;
    }

    @SuppressWarnings("unchecked")
    private static List<Notice> kept(HttpSession session) {
        Object kept = session.getAttribute(KEY);
        return kept == null ? List.of() : (List<Notice>) kept;
    }
}
