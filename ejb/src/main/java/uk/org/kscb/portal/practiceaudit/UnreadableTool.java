package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import uk.org.kscb.portal.platform.Refusal;

/** A tool that cannot be taken: everything that is wrong with it, at most ten at a time. */
public class UnreadableTool extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10;

    public UnreadableTool(List<String> wrong) {
        super(
                "questions",
                String.join(" ", wrong.stream().limit(MOST).toList())
                        + (wrong.size() > MOST ? " And " + (wrong.size() - MOST) + " more." : ""));
    }

    public UnreadableTool(String wrong) {
        this(List.of(wrong));
    }
}
