package uk.org.kscb.portal.threshold.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.GuidancePart;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;

/**
 * An edition as a Word file, to be worked on by people without the portal and brought back: one table for the words
 * around, one a level for its examples, one for each other part, a row a line. What a file does not say stays as it is in
 * the edition that it is laid over.
 */
public final class GuidanceDocx {
    private static final List<String> COLUMNS = List.of(
            "Number",
            "Level",
            "Area",
            "From age",
            "To age",
            "Themes",
            "What is seen",
            "In a child’s words",
            "Think about",
            "Duty to tell",
            "Act today",
            "Procedures");
    /** Without the procedures: files that were taken away before these were among the columns. */
    private static final int FEWEST = COLUMNS.size() - 1;

    private static final String PART = "Part";
    private static final String WORDS = "Words";
    private static final String EDITION = "Taken from edition";
    private static final String TITLE = "Title";
    private static final String LEAD = "What it is for";
    private static final String CAUTION = "No checklist";
    private static final String CHANGES = "What changed";

    private GuidanceDocx() {}

    public static byte[] write(Edition edition) {
        GuidanceText text = edition.text();
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            paragraph(document, text.title(), 20, true);
            paragraph(
                    document,
                    edition.head().label() + ", in force from "
                            + (edition.head().effectiveFrom() == null
                                    ? "a day not set yet"
                                    : edition.head().effectiveFrom())
                            + ". Check the portal for the current version.",
                    10,
                    false);
            table(
                    document,
                    List.of(WORDS, "Text"),
                    List.of(
                            List.of(EDITION, String.valueOf(edition.head().number())),
                            List.of(TITLE, text.title()),
                            List.of(LEAD, text.lead()),
                            List.of(CAUTION, text.caution()),
                            List.of(CHANGES, text.changes())));
            for (Level level : text.levels()) {
                paragraph(document, "Level " + level.no() + ": " + level.name(), 15, true);
                paragraph(document, level.say() + " " + level.todo(), 10, false);
                table(
                        document,
                        COLUMNS,
                        text.at(level.no()).stream().map(GuidanceDocx::cells).toList());
            }
            for (GuidancePart part : GuidancePart.values()) {
                paragraph(document, part.title(), 15, true);
                paragraph(document, part.help(), 10, false);
                table(document, List.of(PART, part.slug()), lines(part.lines(text)));
            }
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** A row a line; a blank one parts blocks. */
    private static List<List<String>> lines(String text) {
        return text.lines().map(line -> List.of("", line)).toList();
    }

    /** Number of the edition that the file was taken from, where it says so. */
    public static Optional<Integer> takenFrom(byte[] file) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .map(GuidanceDocx::texts)
                    .filter(cells -> cells.size() > 1
                            && cells.getFirst().equals(EDITION)
                            && cells.get(1).matches("\\d{1,6}"))
                    .map(cells -> Integer.valueOf(cells.get(1)))
                    .findFirst();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty(); // reading it says what is wrong
        }
    }

    /** @throws Refusal at {@code file} when it is no Word file of this shape */
    public static GuidanceText read(byte[] file, GuidanceText over) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            Map<String, String> words = new HashMap<>();
            List<Indicator> indicators = new ArrayList<>();
            Map<GuidancePart, String> parts = new EnumMap<>(GuidancePart.class);
            for (XWPFTable table : document.getTables()) {
                List<String> heading = texts(table.getRow(0));
                if (heading.size() > 1 && heading.getFirst().equals(PART)) {
                    GuidancePart.of(heading.get(1)).ifPresent(part -> parts.put(part, lines(table)));
                    continue;
                }
                for (XWPFTableRow row :
                        table.getRows().subList(1, table.getRows().size())) {
                    List<String> cells = texts(row);
                    if (heading.equals(COLUMNS) || heading.equals(COLUMNS.subList(0, FEWEST))) {
                        indicators.add(indicator(cells, over));
                    } else if (heading.getFirst().equals(WORDS) && cells.size() > 1) {
                        words.put(cells.get(0), cells.get(1));
                    }
                }
            }
            if (indicators.isEmpty()) {
                throw new Refusal(
                        "file",
                        "No table of examples is in this file. Take an edition away as Word to see"
                                + " the shape: its columns are " + String.join(", ", COLUMNS) + ".");
            }
            GuidanceText framed = over.changed(t -> {
                t.title = words.getOrDefault(TITLE, t.title);
                t.lead = words.getOrDefault(LEAD, t.lead);
                t.caution = words.getOrDefault(CAUTION, t.caution);
                t.changes = words.getOrDefault(CHANGES, t.changes);
                t.indicators = indicators;
            });
            for (Map.Entry<GuidancePart, String> part : parts.entrySet()) {
                framed = part.getKey().in(framed, part.getValue());
            }
            return framed;
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("file", "This file cannot be read as a Word document (.docx).");
        }
    }

    private static String lines(XWPFTable table) {
        return table.getRows().subList(1, table.getRows().size()).stream()
                .map(row -> texts(row).getLast())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(Indicator i) {
        return Stream.of(
                        i.id(),
                        String.valueOf(i.level()),
                        i.domain(),
                        String.valueOf(i.ageFrom()),
                        String.valueOf(i.ageTo()),
                        String.join(", ", i.themes()),
                        i.statement(),
                        i.childVoice(),
                        i.prompt(),
                        i.dutyNote(),
                        i.immediateAction() ? "yes" : "no",
                        i.procedure())
                .map(t -> t == null ? "" : t)
                .toList();
    }

    private static Indicator indicator(List<String> cells, GuidanceText over) {
        String id = cells.get(0);
        Indicator before = over.indicator(id).orElse(null);
        return new Indicator(
                id,
                number(id, cells.get(1)),
                cells.get(2),
                number(id, cells.get(3)),
                number(id, cells.get(4)),
                Stream.of(cells.get(5).split(","))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList(),
                cells.get(6),
                orNull(cells.get(7)),
                orNull(cells.get(8)),
                cells.size() > FEWEST ? orNull(cells.get(FEWEST)) : before == null ? null : before.procedure(),
                before == null ? 0 : before.introduced(),
                cells.get(10).equalsIgnoreCase("yes"),
                orNull(cells.get(9)));
    }

    private static int number(String id, String cell) {
        if (!cell.matches("-?\\d{1,2}")) {
            throw new Refusal("file", "Example " + id + ": “" + cell + "” is no whole number for level or age.");
        }
        return Integer.parseInt(cell);
    }

    private static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell;
    }

    private static List<String> texts(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(c -> c.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .collect(Collectors.joining("\n"))
                        .strip())
                .toList();
    }

    private static void paragraph(XWPFDocument document, String words, int size, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        run.setBold(bold);
    }

    private static void table(XWPFDocument document, List<String> headings, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size() + 1, headings.size());
        table.getRow(0).setRepeatHeader(true);
        for (int c = 0; c < headings.size(); c++) {
            table.getRow(0).getCell(c).setText(headings.get(c));
            for (int r = 0; r < rows.size(); r++) {
                table.getRow(r + 1).getCell(c).setText(rows.get(r).get(c));
            }
        }
    }
}
