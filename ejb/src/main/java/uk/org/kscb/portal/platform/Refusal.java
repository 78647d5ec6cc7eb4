package uk.org.kscb.portal.platform;

import jakarta.ejb.ApplicationException;

/**
 * An expected no: the rule that was met, in a sentence that a person can act on. Shown beside the form, or as a problem
 * in the API; never logged as a fault.
 */
@ApplicationException(rollback = true, inherited = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field name of the input that the message belongs to; empty for the form as a whole */
    public Refusal(String field, String message) {
        super(message);
        this.field = field;
    }

    public Refusal(String message) {
        this("", message);
    }

    /** Stable name of the rule, for the API: {@code action-is-closed}. */
    public String rule() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    public String field() {
        return field;
    }
}
