package uk.org.kscb.portal.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.GuidanceText.AgeBand;
import uk.org.kscb.portal.threshold.GuidanceText.Domain;
import uk.org.kscb.portal.threshold.GuidanceText.EverydayWord;
import uk.org.kscb.portal.threshold.GuidanceText.Example;
import uk.org.kscb.portal.threshold.GuidanceText.LegalTest;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.threshold.GuidanceText.Rung;
import uk.org.kscb.portal.threshold.GuidanceText.Section;
import uk.org.kscb.portal.threshold.GuidanceText.Step;

/**
 * A part of the guidance beside its examples, as plain lines that a person can write in a field or in Word: one thing a line,
 * its columns parted by an upright stroke. What {@link #lines} writes, {@link #in} reads back.
 */
public enum GuidancePart {
    LEVELS(
            "Levels: names, colours, what to do",
            "A block a level, lowest first, with a blank line between them. “Next” may stand more than once. The colour is"
                    + " a helper; the number and the name always stand beside it.",
            text -> text.levels().stream().map(GuidancePart::level).collect(Collectors.joining("\n\n")),
            (text, lines) -> text.changed(t -> t.levels = levels(lines))),
    AREAS(
            "Areas",
            "What one looks at, one a line: letter | name | in the filter. Examples stand under their letter.",
            text -> written(text.domains(), d -> List.of(d.code(), d.name(), d.about())),
            (text, lines) -> text.changed(t -> t.domains = read(lines, 3).stream()
                    .map(c -> new Domain(c.get(0), c.get(1), c.get(2)))
                    .toList())),
    AGES(
            "Ages",
            "The ages to choose from, one a line: code | name | short name | from | to. In years; -1 is before birth.",
            text -> written(
                    text.ages(),
                    a -> List.of(
                            a.code(),
                            a.name(),
                            Objects.requireNonNullElse(a.shortName(), ""),
                            String.valueOf(a.ageFrom()),
                            String.valueOf(a.ageTo()))),
            (text, lines) -> text.changed(t -> t.ages = read(lines, 5).stream()
                    .map(c -> new AgeBand(
                            c.get(0), c.get(1), c.get(2).isEmpty() ? null : c.get(2), years(c.get(3)), years(c.get(4))))
                    .toList())),
    CONSENT(
            "The family’s agreement",
            "One paragraph, shown with every level.",
            GuidanceText::consent,
            (text, lines) -> text.changed(t -> t.consent = lines)),
    PROTECTIVE(
            "What protects a child",
            "One a line.",
            text -> String.join("\n", text.protective()),
            (text, lines) -> text.changed(t -> t.protective = rows(lines))),
    CHILDS_VIEW(
            "From the child’s side",
            "One question a line.",
            text -> String.join("\n", text.childsView()),
            (text, lines) -> text.changed(t -> t.childsView = rows(lines))),
    CERTAINTY(
            "How sure must you be?",
            "One a line: word | what it means.",
            text -> written(text.certainty(), r -> List.of(r.word(), r.means())),
            (text, lines) -> text.changed(t -> t.certainty = read(lines, 2).stream()
                    .map(c -> new Rung(c.get(0), c.get(1)))
                    .toList())),
    TESTS(
            "Legal tests",
            "One a line: name | section of the Children Act 1989 | what must be so | who acts.",
            text -> written(text.tests(), t -> List.of(t.name(), t.section(), t.words(), t.who())),
            (text, lines) -> text.changed(t -> t.tests = read(lines, 4).stream()
                    .map(c -> new LegalTest(c.get(0), c.get(1), c.get(2), c.get(3)))
                    .toList())),
    EXAMPLES(
            "Worked examples",
            "One a line: number | the story | what follows. Invented children, no names.",
            text -> written(text.examples(), e -> List.of(e.id(), e.story(), e.answer())),
            (text, lines) -> text.changed(t -> t.examples = read(lines, 3).stream()
                    .map(c -> new Example(c.get(0), c.get(1), c.get(2)))
                    .toList())),
    DISAGREEMENT(
            "When you disagree",
            "The ladder, one step a line: number | who talks to whom | within, such as “2 further working days”. The log of"
                    + " disagreements counts by it.",
            text -> written(text.disagreement(), s -> List.of(String.valueOf(s.no()), s.who(), s.within())),
            (text, lines) -> text.changed(t -> t.disagreement = read(lines, 3).stream()
                    .map(c -> new Step(number(c.get(0)), c.get(1), c.get(2)))
                    .toList())),
    FAMILIES(
            "For families",
            "A block a section, with a blank line between them: first its heading, then a paragraph a line.",
            text -> text.families().stream()
                    .map(s -> s.heading() + "\n" + String.join("\n", s.paragraphs()))
                    .collect(Collectors.joining("\n\n")),
            (text, lines) -> text.changed(t -> t.families = sections(lines))),
    WORDS(
            "Everyday words",
            "What people type, and the themes that it may mean. One a line: word | theme, theme.",
            text -> written(text.words(), w -> List.of(w.word(), String.join(", ", w.means()))),
            (text, lines) -> text.changed(t -> t.words = read(lines, 2).stream()
                    .map(c -> new EverydayWord(c.get(0), commas(c.get(1))))
                    .toList()));

    private static final String STROKE = " | ";
    private static final List<String> LEVEL_LINES = List.of(
            "Level",
            "Name",
            "Also",
            "In a sentence",
            "Leads",
            "Assessment",
            "Plan",
            "Agreement",
            "What to do",
            "How fast");
    private static final String COLOUR = "Colour";
    private static final String NEXT = "Next";

    private final String title;
    private final String help;
    private final Function<GuidanceText, String> write;
    private final BiFunction<GuidanceText, String, GuidanceText> read;

    GuidancePart(
            String title,
            String help,
            Function<GuidanceText, String> write,
            BiFunction<GuidanceText, String, GuidanceText> read) {
        this.title = title;
        this.help = help;
        this.write = write;
        this.read = read;
    }

    public String title() {
        return title;
    }

    public String help() {
        return help;
    }

    /** As it stands in an address: {@code childs-view}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<GuidancePart> of(String slug) {
        return Stream.of(values()).filter(p -> p.slug().equals(slug)).findFirst();
    }

    public String lines(GuidanceText text) {
        return write.apply(text);
    }

    /** @throws Refusal at {@code lines}, naming the line that cannot be read */
    public GuidanceText in(GuidanceText text, String lines) {
        return read.apply(text, lines.replace("\r\n", "\n").strip());
    }

    /** What this part of a text lacks, or where it contradicts itself; a sentence each. */
    List<String> gaps(GuidanceText text) {
        GuidanceGaps gaps = new GuidanceGaps(text);
        return switch (this) {
            case LEVELS -> gaps.levels();
            case AREAS -> gaps.areas();
            case AGES -> gaps.ages();
            case DISAGREEMENT -> gaps.ladder();
            case CONSENT, PROTECTIVE, CHILDS_VIEW, CERTAINTY, TESTS, EXAMPLES, FAMILIES, WORDS -> List.of();
        };
    }

    private static <T> String written(List<T> all, Function<T, List<String>> cells) {
        return all.stream()
                .map(one -> cells.apply(one).stream()
                        .map(c -> c.replace('|', '/').replace('\n', ' '))
                        .collect(Collectors.joining(STROKE)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> rows(String lines) {
        return lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private static List<List<String>> read(String lines, int columns) {
        return rows(lines).stream()
                .map(line -> {
                    List<String> cells =
                            Stream.of(line.split("\\|", -1)).map(String::strip).toList();
                    if (cells.size() != columns || cells.getFirst().isEmpty()) {
                        throw new Refusal(
                                "lines",
                                "“" + shortened(line) + "” has " + cells.size() + " parts, not " + columns
                                        + ". Put | between them, and one thing on each line.");
                    }
                    return cells;
                })
                .toList();
    }

    private static List<List<String>> blocks(String lines) {
        return Stream.of(lines.split("\n\\s*\n"))
                .map(GuidancePart::rows)
                .filter(b -> !b.isEmpty())
                .toList();
    }

    private static List<Section> sections(String lines) {
        return blocks(lines).stream()
                .map(b -> {
                    if (b.size() < 2) {
                        throw new Refusal(
                                "lines", "Under “" + shortened(b.getFirst()) + "” stands nothing. Write a paragraph.");
                    }
                    return new Section(b.getFirst(), b.subList(1, b.size()));
                })
                .toList();
    }

    private static String level(Level l) {
        List<String> values = List.of(
                String.valueOf(l.no()),
                l.name(),
                l.also(),
                l.say(),
                l.leads(),
                l.assessment(),
                l.plan(),
                l.consent(),
                l.todo(),
                l.pace());
        List<String> lines = new ArrayList<>(IntStream.range(0, values.size())
                .mapToObj(i -> LEVEL_LINES.get(i) + ": " + values.get(i).replace('\n', ' '))
                .toList());
        lines.add(COLOUR + ": " + l.colour());
        l.next().forEach(n -> lines.add(NEXT + ": " + n));
        return String.join("\n", lines);
    }

    private static List<Level> levels(String lines) {
        return blocks(lines).stream().map(GuidancePart::level).toList();
    }

    private static Level level(List<String> block) {
        Map<String, String> says = new LinkedHashMap<>();
        List<String> next = new ArrayList<>();
        for (String line : block) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon).strip();
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (name.equals(NEXT)) {
                next.add(value);
            } else if (!LEVEL_LINES.contains(name) && !name.equals(COLOUR)) {
                throw new Refusal(
                        "lines",
                        "“" + shortened(line) + "” is not one of the lines of a level: "
                                + String.join(", ", LEVEL_LINES) + ", " + COLOUR + ", " + NEXT + ".");
            } else if (says.put(name, value) != null) {
                throw new Refusal("lines", "“" + name + "” stands twice in one level.");
            }
        }
        List<String> v = LEVEL_LINES.stream().map(n -> says.getOrDefault(n, "")).toList();
        return new Level(
                number(v.get(0)),
                v.get(1),
                v.get(2),
                v.get(3),
                v.get(4),
                v.get(5),
                v.get(6),
                v.get(7),
                v.get(8),
                v.get(9),
                next,
                says.getOrDefault(COLOUR, ""));
    }

    private static List<String> commas(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private static int number(String cell) {
        if (!cell.matches("\\d{1,2}")) {
            throw new Refusal("lines", "“" + shortened(cell) + "” is no number of a level or a step.");
        }
        return Integer.parseInt(cell);
    }

    private static int years(String cell) {
        if (!cell.matches("-?\\d{1,2}")) {
            throw new Refusal("lines", "“" + shortened(cell) + "” is no age in years; -1 is before birth.");
        }
        return Integer.parseInt(cell);
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
