package uk.org.kscb.portal.plan;

import java.util.List;
import java.util.Locale;
import uk.org.kscb.portal.platform.Refusal;

/** A file that no plan can be read from. The message says what is wrong and what to do; nothing was stored. */
public final class UnreadableFile extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final List<String> headings;

    /**
     * @param reason stable name of what is wrong: {@code ENCRYPTED}, {@code TOO_LARGE}
     * @param headings of the table that came nearest to a plan; empty where there is none
     */
    public UnreadableFile(String reason, String message, List<String> headings) {
        super("file", message);
        this.reason = reason.toLowerCase(Locale.ROOT).replace('_', '-');
        this.headings = List.copyOf(headings);
    }

    /** As the API says it: {@code too-large}. */
    public String reason() {
        return reason;
    }

    public List<String> headings() {
        return headings;
    }
}
