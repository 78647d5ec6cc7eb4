package uk.org.kscb.portal.threshold;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who must agree to an edition, or is asked whether it agrees (BRIEF 3.6, notice target IN 2). */
public enum Body {
    KSCB("Kent Safeguarding Children Board", "KSCB", true, List.of("KSCB", "Kent Safeguarding Children Board")),
    TRUST(
            "Children’s Trust",
            "the Children’s Trust",
            true,
            List.of("Children’s Trust", "Children's Trust", "Kent Children’s Trust", "KCT")),
    IMPROVEMENT_BOARD("Improvement Board", "the Improvement Board", false, List.of("Improvement Board", "IB"));

    private final String title;
    private final String inSentence;
    private final boolean needed;
    private final List<String> names;

    Body(String title, String inSentence, boolean needed, List<String> names) {
        this.title = title;
        this.inSentence = inSentence;
        this.needed = needed;
        this.names = names;
    }

    public String title() {
        return title;
    }

    public String inSentence() {
        return inSentence;
    }

    /** Whether an edition cannot come into force without it. */
    public boolean needed() {
        return needed;
    }

    /** The body that a member's role names: a board member speaks for that board alone. */
    public static Optional<Body> named(String board) {
        return Arrays.stream(values())
                .filter(b -> b.names.stream().anyMatch(n -> n.equalsIgnoreCase(board.strip())))
                .findFirst();
    }
}
