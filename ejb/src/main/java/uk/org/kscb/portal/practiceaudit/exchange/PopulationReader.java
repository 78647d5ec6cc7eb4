package uk.org.kscb.portal.practiceaudit.exchange;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.model.SampleSpread;

/**
 * A population as codes and groups, and nothing else: any column that could point to a child stops the whole file, and so
 * does any cell that looks as if it did. Only columns that are known are taken. Source: brief, 4.6, 4.10 and 8.1.
 */
public final class PopulationReader {
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK);

    /** A group with more members than this is no group but a way to tell children apart. */
    private static final int MOST_GROUPS = 40;

    private static final int LONGEST_GROUP = 60;
    private static final int LONGEST_BAND = 20;

    /** What a column may hold. */
    public enum Column {
        CODE("code"),
        STRATUM("stratum"),
        OUTCOME("outcome"),
        AGENCY("referring agency"),
        DISTRICT("district"),
        AGE_BAND("age band"),
        SEX("sex"),
        ETHNICITY("ethnicity group"),
        REFERRED_ON("referral date"),
        DISABLED("disabled"),
        IN_CARE("in care"),
        FAMILY("family");

        private final String heading;

        Column(String heading) {
            this.heading = heading;
        }

        static Optional<Column> of(String heading) {
            String plain =
                    heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
            return switch (plain) {
                case "population code", "reference code" -> Optional.of(CODE);
                case "group" -> Optional.of(STRATUM);
                case "agency", "referrer" -> Optional.of(AGENCY);
                case "gender" -> Optional.of(SEX);
                case "ethnicity", "ethnic group" -> Optional.of(ETHNICITY);
                case "referred on" -> Optional.of(REFERRED_ON);
                case "disability" -> Optional.of(DISABLED);
                case "looked after", "child in care" -> Optional.of(IN_CARE);
                case "family code" -> Optional.of(FAMILY);
                default ->
                    List.of(values()).stream()
                            .filter(c -> c.heading.equals(plain))
                            .findFirst();
            };
        }
    }

    /** One row. @param groups texts by column, without empty ones */
    public record Line(
            String code,
            String stratum,
            Map<Column, String> groups,
            @Nullable LocalDate referredOn,
            SampleSpread.Trait spread) {
        public Line {
            groups = Map.copyOf(groups);
        }
    }

    private PopulationReader() {}

    /** @throws Refusal naming the column or the kind of thing that may not come in, and never the thing itself */
    public static List<Line> read(String name, Path file) {
        List<List<String>> rows = PopulationFile.rows(name, file);
        if (rows.size() < 2) {
            throw refusal("The file has no rows under its headings. The first row must hold the headings.");
        }
        Map<Column, Integer> columns = columns(rows.getFirst());
        List<Line> lines = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Map<Column, Set<String>> values = new EnumMap<>(Column.class);
        for (int i = 1; i < rows.size(); i++) {
            Line line = line(rows.get(i), columns, i + 1);
            if (!codes.add(line.code())) {
                throw refusal("Row " + (i + 1) + " repeats a code. Each piece of work must have a code of its own.");
            }
            line.groups()
                    .forEach((column, value) ->
                            values.computeIfAbsent(column, c -> new HashSet<>()).add(value));
            lines.add(line);
        }
        values.forEach((column, groups) -> {
            if (column != Column.FAMILY && groups.size() > MOST_GROUPS) {
                throw refusal("The column “" + column.heading + "” has " + groups.size()
                        + " different values: too many to be groups. Use bands or wider groups, at most " + MOST_GROUPS
                        + ".");
            }
        });
        return lines;
    }

    private static Map<Column, Integer> columns(List<String> headings) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            Optional<String> identifies = Identifiers.inHeading(heading);
            if (identifies.isPresent()) {
                throw refusal("The column “" + shortened(heading) + "” would hold " + identifies.get()
                        + ". The portal keeps nothing that could point to a child. Take the column out and send the file"
                        + " again; nothing of it was kept.");
            }
            int at = i;
            Column column = Column.of(heading)
                    .orElseThrow(() -> refusal((heading.isBlank()
                                    ? "Column " + (at + 1) + " has no heading"
                                    : "The portal does not take the column “" + shortened(heading) + "”")
                            + ". It takes: code, stratum, outcome, referring agency, district, age band, sex, ethnicity"
                            + " group, referral date, disabled, in care, family."));
            if (columns.put(column, i) != null) {
                throw refusal("The column “" + column.heading + "” is there twice.");
            }
        }
        if (!columns.containsKey(Column.CODE)) {
            throw refusal("The column “code” is missing: each row needs a code of your own, for example P0001.");
        }
        return columns;
    }

    private static Line line(List<String> row, Map<Column, Integer> columns, int number) {
        Map<Column, String> groups = new TreeMap<>();
        LocalDate referredOn = null;
        String code = "";
        for (int i = 0; i < row.size(); i++) {
            int at = i;
            Optional<Column> column = columns.entrySet().stream()
                    .filter(e -> e.getValue() == at)
                    .map(Map.Entry::getKey)
                    .findFirst();
            String text = row.get(i);
            if (text.isBlank()) {
                continue;
            }
            if (column.isEmpty()) {
                throw refusal("Row " + number + " has more cells than there are headings.");
            }
            if (column.get() == Column.REFERRED_ON) {
                referredOn = day(text, number);
                continue;
            }
            Identifiers.inCell(text).ifPresent(what -> {
                throw refusal("Row " + number + ", column “" + column.get().heading + "”, looks like " + what
                        + ". The portal keeps nothing that could point to a child. Mend the file and send it again;"
                        + " nothing of it was kept.");
            });
            if (column.get() == Column.CODE || column.get() == Column.FAMILY) {
                String read = code(text, number);
                if (column.get() == Column.CODE) {
                    code = read;
                } else {
                    groups.put(Column.FAMILY, read);
                }
            } else if (text.length() > longest(column.get())) {
                throw refusal("Row " + number + ", column “" + column.get().heading + "”, is longer than "
                        + longest(column.get()) + " characters. Groups have short names.");
            } else {
                groups.put(column.get(), text);
            }
        }
        if (code.isEmpty()) {
            throw refusal("Row " + number + " has no code.");
        }
        return new Line(
                code,
                Optional.ofNullable(groups.get(Column.STRATUM))
                        .or(() -> Optional.ofNullable(groups.get(Column.OUTCOME)))
                        .orElse("All"),
                groups,
                referredOn,
                new SampleSpread.Trait(
                        yes(groups, Column.DISABLED, number),
                        yes(groups, Column.IN_CARE, number),
                        groups.get(Column.FAMILY)));
    }

    private static int longest(Column column) {
        return column == Column.AGE_BAND || column == Column.SEX ? LONGEST_BAND : LONGEST_GROUP;
    }

    private static @Nullable Boolean yes(Map<Column, String> groups, Column column, int number) {
        String said = groups.getOrDefault(column, "").toLowerCase(Locale.ROOT);
        return switch (said) {
            case "yes", "y", "true", "1" -> Boolean.TRUE;
            case "no", "n", "false", "0" -> Boolean.FALSE;
            case "", "not known", "unknown" -> null;
            default -> throw refusal("Row " + number + ", column “" + column.heading + "”: write yes or no.");
        };
    }

    private static String code(String text, int number) {
        if (!text.matches("(?=.*\\d)[A-Za-z0-9][A-Za-z0-9_/.\\-]{0,29}")) {
            throw refusal("The code in row " + number
                    + " is not a code: use up to 30 letters, figures and hyphens without blanks, at least one figure"
                    + " among them, for example P0001. A word could be a name.");
        }
        return text;
    }

    private static LocalDate day(String text, int number) {
        try {
            return text.contains("/") ? LocalDate.parse(text, BRITISH) : LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw refusal("Row " + number + ", column “referral date”: write the day as 2011-04-15 or 15/4/2011.");
        }
    }

    private static String shortened(String heading) {
        return heading.length() > 40 ? heading.substring(0, 40) + "…" : heading;
    }

    private static Refusal refusal(String message) {
        return new ChildCouldBeKnown(message);
    }

    /** A population that the portal does not take. */
    public static class ChildCouldBeKnown extends Refusal {
        private static final long serialVersionUID = 1L;

        ChildCouldBeKnown(String message) {
            super("file", message);
        }

        @Override
        public String rule() {
            return "population-refused";
        }
    }
}
