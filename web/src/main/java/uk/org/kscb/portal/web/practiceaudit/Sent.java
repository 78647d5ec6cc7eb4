package uk.org.kscb.portal.web.practiceaudit;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AgencyPart;

/** What stood in the address, and in inputs that are plain HTML. */
final class Sent {
    private Sent() {}

    static String parameter(String name) {
        String sent = orNull(name);
        return sent == null ? "" : sent;
    }

    static @Nullable String orNull(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /** Whether a form was sent, whatever stood in it. */
    static boolean form() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequest() instanceof HttpServletRequest request
                && request.getMethod().equals("POST");
    }

    /** What was ticked under one name. */
    static Set<String> ticked(String name) {
        return Set.copyOf(Arrays.asList(all(name)));
    }

    static String[] all(String name) {
        String[] sent = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get(name);
        return sent == null ? new String[0] : sent;
    }

    /** As it stands in addresses: front-door. */
    static @Nullable AgencyPart part(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return null;
        }
        for (AgencyPart part : AgencyPart.values()) {
            if (part.name().equals(slug.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return part;
            }
        }
        throw new uk.org.kscb.portal.platform.security.NotVisible("part of a case");
    }
}
