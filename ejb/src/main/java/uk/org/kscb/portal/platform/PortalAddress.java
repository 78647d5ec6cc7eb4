package uk.org.kscb.portal.platform;

import java.util.Objects;

/** How people reach the portal from outside, for links that leave it. */
public final class PortalAddress {
    private PortalAddress() {}

    /** {@code PORTAL_URL}, without a slash at the end. */
    public static String fromOutside() {
        String port = Objects.requireNonNullElse(System.getenv("PORTAL_PORT"), "8080");
        return Objects.requireNonNullElse(System.getenv("PORTAL_URL"), "http://localhost:" + port);
    }
}
