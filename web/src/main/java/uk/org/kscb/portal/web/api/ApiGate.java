package uk.org.kscb.portal.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.BearerToken;
import org.apache.shiro.authc.ExcessiveAttemptsException;
import org.apache.shiro.mgt.SecurityManager;
import org.apache.shiro.subject.ExecutionException;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.util.WebUtils;
import uk.org.kscb.portal.web.shell.ClientAddress;

/**
 * The way into {@code /api}: a personal access token with every request, no cookie, no session. Whatever goes wrong
 * underneath leaves as a problem, never as a page.
 */
@WebFilter(filterName = "ApiGate", urlPatterns = "/api/*")
public final class ApiGate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ApiGate.class.getName());
    private static final String BEARER = "bearer ";

    /** Longer than any token that we give out. */
    private static final int LONGEST_TOKEN = 500;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        HttpServletRequest bare = new WithoutSession(request);
        // the address exactly as sent: a disguised one is no health check
        if (request.getRequestURI().equals(request.getContextPath() + "/api/v1/health")) {
            chain.doFilter(bare, response);
            return;
        }
        try {
            if (isPublic(request)) {
                goOn(bare, response, chain);
                return;
            }
            Subject subject = signIn(request);
            subject.execute(() -> {
                goOn(bare, response, chain);
                return null;
            });
        } catch (ProblemException refused) {
            send(request, response, refused.problem());
        } catch (ExecutionException fault) {
            unforeseen(request, response, fault.getCause() == null ? fault : fault.getCause());
        } catch (RuntimeException fault) {
            unforeseen(request, response, fault);
        }
    }

    /** The published guidance, which anybody may read on its pages too; the address exactly as sent. */
    private static boolean isPublic(HttpServletRequest request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getRequestURI()
                        .matches(java.util.regex.Pattern.quote(request.getContextPath())
                                + "/api/v1/guidance(/indicators|/editions(/[0-9]{1,6}(/changes)?)?)?");
    }

    /** Signed in for this one request; nothing is kept. */
    private Subject signIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER) || header.length() > LONGEST_TOKEN) {
            throw new ProblemException(Problem.notSignedIn(
                    "Send a personal access token: Authorization: Bearer <token>. You make one on your account page."));
        }
        SecurityManager security =
                WebUtils.getRequiredWebEnvironment(getServletContext()).getSecurityManager();
        Subject subject = new Subject.Builder(security)
                .host(ClientAddress.of(request))
                .sessionCreationEnabled(false)
                .buildSubject();
        try {
            subject.login(new BearerToken(header.substring(BEARER.length()).strip(), ClientAddress.of(request)));
        } catch (ExcessiveAttemptsException tooMany) {
            throw new ProblemException(
                    Problem.of(429, "too-many-attempts", "Too many failed attempts. Wait a while and try again."));
        } catch (AuthenticationException unknown) {
            throw new ProblemException(Problem.notSignedIn("This token is unknown, withdrawn or expired."));
        }
        return subject;
    }

    private static void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.equals("/api/v1") && !path.startsWith("/api/v1/")) {
            send(request, response, Problem.notFound());
            return;
        }
        Listening answer = new Listening(response);
        chain.doFilter(request, answer);
        if (answer.refusedWithoutWords()) {
            send(request, response, ProblemMapper.http(answer.getStatus()));
        }
    }

    private static void unforeseen(HttpServletRequest request, HttpServletResponse response, Throwable fault)
            throws IOException {
        Problem problem = Problem.fault();
        LOG.log(Level.SEVERE, fault, () -> "Fault " + problem.reference() + " in the API");
        send(request, response, problem);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", challenge(request.getHeader("Authorization") != null));
        } else if (problem.status() == 429) {
            response.setHeader("Retry-After", "60");
        }
        response.setContentType(Problem.MEDIA_TYPE);
        byte[] body = problem.bytes();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** RFC 6750: says what is missing, and that a token was not taken where one was sent. */
    static String challenge(boolean tokenSent) {
        return "Bearer realm=\"Partnership portal\"" + (tokenSent ? ", error=\"invalid_token\"" : "");
    }
}
