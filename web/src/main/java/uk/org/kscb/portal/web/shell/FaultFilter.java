package uk.org.kscb.portal.web.shell;

import jakarta.ejb.EJBException;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotSignedIn;
import uk.org.kscb.portal.platform.security.NotVisible;

/**
 * The last stop of whatever goes wrong on a page. Missing and forbidden become "not found"; a fault of ours is logged
 * once, under the reference number that the person is given.
 */
public class FaultFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FaultFilter.class.getName());

    static final String REFERENCE = "portal.fault-reference";
    static final String EXPLANATION = "portal.fault-explanation";
    static final String SIGNED_IN = "portal.signed-in";

    @Inject
    private Notices notices;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Place.of(request) == Place.API) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            answer(request, response, unwrapped(e));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable fault) throws IOException {
        if (response.isCommitted()) {
            LOG.log(Level.SEVERE, fault, () -> "Fault after the answer had begun, " + request.getRequestURI());
            return;
        }
        if (fault instanceof FacesException foreign && isNotOurs(foreign)) {
            expired(request, response);
            return;
        }
        if (fault instanceof ServletException malformed && isNoUpload(malformed)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        switch (fault) {
            case NotVisible hidden -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case NotPermitted forbidden -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            case NotSignedIn ended -> Redirect.to(SignInAddress.before(request), request, response);
            case ViewExpiredException old -> expired(request, response);
            case Refusal refusal -> {
                request.setAttribute(EXPLANATION, refusal.getMessage());
                response.sendError(HttpServletResponse.SC_CONFLICT);
            }
            default -> {
                String reference = String.format(
                        Locale.ROOT, "%08X", ThreadLocalRandom.current().nextInt());
                LOG.log(
                        Level.SEVERE,
                        fault,
                        () -> "Fault " + reference + ", " + request.getMethod() + " " + request.getRequestURI());
                request.setAttribute(REFERENCE, reference);
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** A form's state that this page never gave out: made up, or taken from another page. */
    private static boolean isNotOurs(FacesException fault) {
        return String.valueOf(fault.getMessage()).startsWith("Unable to restore view");
    }

    /** Sent to a form that takes a file, but not the way browsers send files. */
    private static boolean isNoUpload(ServletException fault) {
        return String.valueOf(fault.getMessage()).contains("multipart/form-data");
    }

    /** A form whose state is gone: its page is shown anew, and says so. */
    private void expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Boolean.TRUE.equals(request.getAttribute(SIGNED_IN))) {
            notices.warn("Not sent", "That page was open for too long. Please fill it in again.");
            Redirect.to(Place.path(request), request, response);
        } else {
            Redirect.to(SignInAddress.ended(request, "form"), request, response);
        }
    }

    /** What the container, Faces and EL wrapped, as often as they did. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable now = thrown;
        while (wraps(now) && now.getCause() != null && now.getCause() != now) {
            now = now.getCause();
        }
        return now;
    }

    private static boolean wraps(Throwable e) {
        return e instanceof EJBException
                || (e instanceof ServletException)
                || (e instanceof FacesException && !(e instanceof ViewExpiredException))
                || e instanceof jakarta.el.ELException
                || e instanceof java.lang.reflect.InvocationTargetException
                || e.getClass().getName().equals("org.apache.shiro.subject.ExecutionException");
    }
}
