package uk.org.kscb.portal.web.shell;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.shiro.web.servlet.ShiroFilter;

/** Shiro knows who is signed in on pages; assets need nobody, and the API signs in with each request by itself. */
public class PageShiroFilter extends ShiroFilter {

    @Override
    protected boolean isEnabled(ServletRequest request, ServletResponse response) {
        return Place.of((HttpServletRequest) request) == Place.PAGE;
    }
}
