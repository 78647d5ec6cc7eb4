package uk.org.kscb.portal.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came with a request to a page: in its address, in what its route took from that, or in plain inputs of a form. */
public final class Sent {
    private Sent() {}

    public static Map<String, String> everything() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    public static @Nullable String orNull(String name) {
        return everything().get(name);
    }

    /** @return empty when nothing came under this name */
    public static String text(String name) {
        return Objects.requireNonNullElse(orNull(name), "");
    }

    public static String[] all(String name) {
        String[] sent = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        return sent == null ? new String[0] : sent;
    }

    /** What was ticked under one name. */
    public static Set<String> ticked(String name) {
        return Set.copyOf(Arrays.asList(all(name)));
    }

    /** Whether a form was sent, whatever stood in it. */
    public static boolean form() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequest() instanceof HttpServletRequest request
                && request.getMethod().equals("POST");
    }
}
