package uk.org.kscb.portal.web.api;

import java.util.List;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/** The API itself refuses what was asked, before any front door is reached. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(400, "malformed", detail));
    }

    static ProblemException badParameter(List<FieldError> errors) {
        return new ProblemException(
                Problem.of(400, "bad-parameter", "A parameter of the address cannot be read.", errors));
    }

    static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(Problem.of(422, "invalid", "Some values cannot be taken.", errors));
    }

    Problem problem() {
        return problem;
    }
}
