package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;

/** What makes an action one that somebody can be held to (BRIEF 4.11). */
final class Smart {
    /** Words that promise nothing unless something is measured. */
    private static final List<String> VAGUE = List.of("consider", "raise awareness", "raise the awareness", "continue");

    private static final Pattern SECOND_VERB =
            Pattern.compile("\\b(?:and|then|also|as well as)\\s+(?:also\\s+|then\\s+)?("
                    + String.join(
                            "|",
                            "write",
                            "tell",
                            "train",
                            "publish",
                            "check",
                            "set",
                            "agree",
                            "review",
                            "send",
                            "record",
                            "audit",
                            "develop",
                            "produce",
                            "issue",
                            "hold",
                            "run",
                            "share",
                            "report",
                            "ensure",
                            "make",
                            "add",
                            "change",
                            "revise",
                            "rewrite",
                            "brief",
                            "monitor",
                            "consider",
                            "raise",
                            "continue",
                            "introduce",
                            "appoint",
                            "meet",
                            "give",
                            "put",
                            "create",
                            "update",
                            "deliver",
                            "embed",
                            "implement")
                    + ")\\b");

    private Smart() {}

    static boolean vague(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT).replaceAll("^(we will|to|will)\\s+", "");
        return VAGUE.stream().anyMatch(v -> words.equals(v) || words.startsWith(v + " "))
                || words.contains("raise awareness");
    }

    /** Refuses what is not one thing, or promises nothing, or measures by halves. */
    static void check(String text, @Nullable String measure, @Nullable String start, @Nullable String target) {
        boolean measured = given(measure) && given(start) && given(target);
        if (!measured && (given(measure) || given(start) || given(target))) {
            throw new HalfAMeasure();
        }
        if (!measured && vague(text)) {
            throw new VagueAction();
        }
        if (SECOND_VERB.matcher(text.toLowerCase(Locale.ROOT)).find() || text.contains(";")) {
            throw new TwoActionsInOne();
        }
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** "Consider", "raise awareness", "continue to", and nothing measured. */
    static class VagueAction extends Refusal {
        private static final long serialVersionUID = 1L;

        VagueAction() {
            super(
                    "text",
                    "“Consider”, “raise awareness” and “continue to” promise nothing that can be seen. Say what will be"
                            + " different, or add a measure with its start value and target.");
        }
    }

    /** One verb: two things done are two actions. */
    static class TwoActionsInOne extends Refusal {
        private static final long serialVersionUID = 1L;

        TwoActionsInOne() {
            super("text", "These are two actions. Keep one verb here, and add the other as an action of its own.");
        }
    }

    /** A measure without where it starts or where it should get to. */
    static class HalfAMeasure extends Refusal {
        private static final long serialVersionUID = 1L;

        HalfAMeasure() {
            super("measure", "A measure needs all three: what is measured, where it starts, and the target.");
        }
    }
}
