package uk.org.kscb.portal.web.shell;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;

/** The one cookie. Behind TLS its name binds it to this host and path, and no plain connection ever carries it. */
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        if ("on".equalsIgnoreCase(System.getenv("PORTAL_TLS"))) {
            cookie.setName("__Host-portal");
            cookie.setSecure(true);
        }
    }
}
