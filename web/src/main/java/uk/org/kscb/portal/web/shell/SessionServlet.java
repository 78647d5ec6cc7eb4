package uk.org.kscb.portal.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.shiro.SecurityUtils;
import uk.org.kscb.portal.platform.security.CurrentViewer;

/** "Stay signed in" and "Sign out". */
@WebServlet({"/session/extend", "/session/end"})
public class SessionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/session/end")) {
            SecurityUtils.getSubject().logout();
            response.sendRedirect("/sign-in?ended=by-you");
        } else if (CurrentViewer.find().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            // arriving here was the sign of life
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }
}
