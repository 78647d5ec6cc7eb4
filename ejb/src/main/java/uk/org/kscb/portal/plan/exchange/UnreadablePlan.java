package uk.org.kscb.portal.plan.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that no plan can be read from. The message is written for the person who sent it: what is wrong, what to do. */
public final class UnreadablePlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stable: interfaces and tests may rely on the names. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        TOO_LARGE_UNPACKED,
        ENCRYPTED,
        MACROS,
        MISLABELLED,
        OLD_FORMAT,
        UNSUPPORTED,
        BROKEN,
        UNSAFE_XML,
        WRONG_ENCODING,
        FORMULA,
        NO_PLAN_TABLE,
        WRONG_COLUMNS,
        DUPLICATE_REF,
        WRONG_SHAPE
    }

    private final Reason reason;
    private final List<String> headings;

    public UnreadablePlan(Reason reason, String message) {
        this(reason, message, List.of());
    }

    UnreadablePlan(Reason reason, String message, List<String> headings) {
        super(message);
        this.reason = reason;
        this.headings = List.copyOf(headings);
    }

    UnreadablePlan(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.headings = List.of();
    }

    public Reason reason() {
        return reason;
    }

    /** The headings of the table that came nearest to a plan, so that the sender can say which column is which. */
    public List<String> headings() {
        return headings;
    }
}
