package uk.org.kscb.portal.web.api;

import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.UnreadableFile;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotSignedIn;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/** Every way of saying no becomes one shape. A fault of ours is logged in full, once; a refusal in one line. */
public abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    private static final String SAID = ProblemMapper.class.getName();

    @Context
    private @Nullable HttpServletRequest request;

    @Override
    public Response toResponse(T thrown) {
        Throwable cause = unwrapped(thrown);
        Problem problem = onlyOnce(cause);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.bytes());
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, ApiGate.challenge(true));
        }
        if (cause instanceof WebApplicationException web && problem.status() == 405) {
            response.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return response.build();
    }

    /** The server asks twice where an EJB threw: the second time it gets the same answer, and nothing is logged again. */
    private Problem onlyOnce(Throwable cause) {
        if (request != null && request.getAttribute(SAID) instanceof Problem said) {
            return said;
        }
        boolean tooLarge = request != null && BodyLimit.exceeded(request);
        Problem problem = tooLarge ? BodyLimit.problem() : problem(cause);
        if (problem.status() >= 500) {
            LOG.log(Level.SEVERE, cause, () -> "Fault " + problem.reference() + " in the API");
        } else {
            LOG.info(() ->
                    "Refused in the API, " + problem.reference() + ": " + problem.status() + " " + problem.rule());
        }
        if (request != null) {
            request.setAttribute(SAID, problem);
        }
        return problem;
    }

    static Problem problem(Throwable cause) {
        return switch (cause) {
            case ProblemException own -> own.problem();
            case NotVisible hidden -> Problem.notFound();
            case NotPermitted forbidden -> Problem.notFound();
            case NotSignedIn signedOut -> Problem.notSignedIn("This token no longer lets anybody in.");
            case UnreadableFile file -> unreadable(file);
            case Refusal refusal -> refused(refusal);
            case ConstraintViolationException invalid -> invalid(invalid);
            case WebApplicationException web -> http(web.getResponse().getStatus());
            default -> Problem.fault();
        };
    }

    private static Problem unreadable(UnreadableFile file) {
        int status = switch (file.reason()) {
            case "too-large", "too-large-unpacked" -> 413;
            case "unsupported", "mislabelled", "old-format", "macros" -> 415;
            default -> 422;
        };
        String message = String.valueOf(file.getMessage());
        return Problem.of(status, file.reason(), message, List.of(new FieldError("file", message)));
    }

    /** About one input: 422. About how things stand: 409. */
    private static Problem refused(Refusal refusal) {
        String message = String.valueOf(refusal.getMessage());
        return refusal.field().isEmpty()
                ? Problem.of(409, refusal.rule(), message)
                : Problem.of(422, refusal.rule(), message, List.of(new FieldError(refusal.field(), message)));
    }

    private static Problem invalid(ConstraintViolationException invalid) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(v -> new FieldError(field(v), v.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return ProblemException.invalid(errors).problem();
    }

    /** The last part of {@code report.update.done}. */
    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName() == null ? last : node.getName();
        }
        return last;
    }

    static Problem http(int status) {
        return switch (status) {
            case 401 -> Problem.notSignedIn("Send a personal access token.");
            case 403, 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This address does not know this method.");
            case 406 -> Problem.of(406, "not-acceptable", "This address answers in JSON: Accept: application/json.");
            case 413 -> BodyLimit.problem();
            case 415 -> Problem.of(415, "media-type", "This address does not take a body of this media type.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(status, "malformed", "The request cannot be understood.")
                        : Problem.fault();
        };
    }

    /** What the container wrapped, as often as it did. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable now = thrown;
        while (now instanceof EJBException && now.getCause() != null && now.getCause() != now) {
            now = now.getCause();
        }
        return now;
    }

    @Provider
    public static class OfEverything extends ProblemMapper<Throwable> {}

    /** The server has mappers of its own for this and the next, which would be nearer than the one for everything. */
    @Provider
    public static class OfEjb extends ProblemMapper<EJBException> {}

    @Provider
    public static class OfValidation extends ProblemMapper<ConstraintViolationException> {}
}
