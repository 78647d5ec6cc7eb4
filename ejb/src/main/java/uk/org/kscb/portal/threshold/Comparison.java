package uk.org.kscb.portal.threshold;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;

/**
 * What differs between two editions, part by part and line by line.
 *
 * @param summary what the later edition itself says of it
 * @param parts only those parts that differ, in the order of the text
 */
public record Comparison(EditionHead from, EditionHead to, String summary, List<Part> parts) {
    private static final String OPEN = "\u2402";
    private static final String CLOSE = "\u2403";

    public Comparison {
        parts = List.copyOf(parts);
    }

    /** @param what "Level 3, I27" */
    public record Part(String what, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** One line before and after. */
    public record Line(Kind kind, List<Piece> before, List<Piece> after) {
        public Line {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public enum Kind {
        ADDED("New"),
        REMOVED("Taken out"),
        CHANGED("Changed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** @param changed these words differ */
    public record Piece(String text, boolean changed) {}

    public static Comparison of(Edition from, Edition to) {
        Map<String, List<String>> before = parts(from.text());
        Map<String, List<String>> after = parts(to.text());
        List<Part> parts = new ArrayList<>();
        Stream.concat(after.keySet().stream(), before.keySet().stream())
                .distinct()
                .forEach(what -> {
                    List<Line> lines = lines(before.getOrDefault(what, List.of()), after.getOrDefault(what, List.of()));
                    if (!lines.isEmpty()) {
                        parts.add(new Part(what, lines));
                    }
                });
        return new Comparison(from.head(), to.head(), to.text().changes(), parts);
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        DiffRowGenerator generator = DiffRowGenerator.create()
                .showInlineDiffs(true)
                .inlineDiffByWord(true)
                .mergeOriginalRevised(false)
                .oldTag(start -> start ? OPEN : CLOSE)
                .newTag(start -> start ? OPEN : CLOSE)
                .lineNormalizer(line -> line)
                .build();
        List<Line> lines = new ArrayList<>();
        for (DiffRow row : generator.generateDiffRows(before, after)) {
            switch (row.getTag()) {
                case EQUAL -> {}
                case INSERT -> lines.add(new Line(Kind.ADDED, List.of(), pieces(row.getNewLine())));
                case DELETE -> lines.add(new Line(Kind.REMOVED, pieces(row.getOldLine()), List.of()));
                case CHANGE -> lines.add(new Line(Kind.CHANGED, pieces(row.getOldLine()), pieces(row.getNewLine())));
            }
        }
        return lines;
    }

    private static List<Piece> pieces(String marked) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : marked.split(OPEN, -1)) {
            int end = part.indexOf(CLOSE);
            if (end >= 0) {
                pieces.add(new Piece(part.substring(0, end), true));
            }
            String rest = end < 0 ? part : part.substring(end + 1);
            if (!rest.isEmpty()) {
                pieces.add(new Piece(rest, false));
            }
        }
        return pieces;
    }

    /** The whole text as named parts of lines. */
    private static Map<String, List<String>> parts(GuidanceText text) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("Beginning", List.of(text.title(), text.lead(), text.caution(), text.consent()));
        for (Level level : text.levels()) {
            parts.put("Level " + level.no(), of(level));
            text.at(level.no()).forEach(i -> parts.put("Level " + level.no() + ", " + i.id(), of(i)));
        }
        parts.put(
                "What protects a child",
                Stream.concat(text.protective().stream(), text.childsView().stream())
                        .toList());
        parts.put(
                "How sure must you be?",
                text.certainty().stream().map(r -> r.word() + ": " + r.means()).toList());
        parts.put(
                "Legal tests",
                text.tests().stream()
                        .map(t -> "Section " + t.section() + ", " + t.name() + ": " + t.words() + " " + t.who())
                        .toList());
        parts.put(
                "Worked examples",
                text.examples().stream()
                        .map(e -> e.id() + " " + e.story() + " " + e.answer())
                        .toList());
        parts.put(
                "If you disagree",
                text.disagreement().stream()
                        .map(s -> s.no() + " " + s.who() + ", " + s.within())
                        .toList());
        parts.put(
                "For families",
                text.families().stream()
                        .flatMap(s -> Stream.concat(Stream.of(s.heading()), s.paragraphs().stream()))
                        .toList());
        parts.put(
                "Everyday words",
                text.words().stream()
                        .map(w -> w.word() + ": " + String.join(", ", w.means()))
                        .toList());
        parts.put(
                "Areas and ages",
                Stream.concat(
                                text.domains().stream().map(d -> d.name() + ": " + d.about()),
                                text.ages().stream().map(a -> a.name() + ": " + a.ageFrom() + " to " + a.ageTo()))
                        .toList());
        return parts;
    }

    private static List<String> of(Level l) {
        return Stream.concat(
                        Stream.of(
                                l.name(),
                                l.also(),
                                l.say(),
                                "Who leads: " + l.leads(),
                                "Assessment: " + l.assessment(),
                                "Plan: " + l.plan(),
                                "Agreement: " + l.consent(),
                                "What to do: " + l.todo(),
                                "How fast: " + l.pace(),
                                "Colour: " + l.colour()),
                        l.next().stream())
                .toList();
    }

    private static List<String> of(Indicator i) {
        List<String> lines = new ArrayList<>(List.of(i.statement()));
        lines.add("Area " + i.domain() + ", ages " + i.ageFrom() + " to " + i.ageTo() + ", themes "
                + String.join(", ", i.themes()) + (i.immediateAction() ? ", act today" : ""));
        Stream.of(i.childVoice(), i.prompt(), i.dutyNote())
                .filter(t -> t != null)
                .forEach(lines::add);
        if (i.procedure() != null) {
            lines.add("Procedures: " + i.procedure());
        }
        return lines;
    }
}
