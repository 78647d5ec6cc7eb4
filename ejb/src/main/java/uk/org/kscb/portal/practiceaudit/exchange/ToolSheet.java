package uk.org.kscb.portal.practiceaudit.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolDocument;
import uk.org.kscb.portal.practiceaudit.ToolDocument.BridgeLine;
import uk.org.kscb.portal.practiceaudit.UnreadableTool;
import uk.org.kscb.portal.practiceaudit.Wording;

/** A tool as a workbook of three sheets: what it is, its questions one a row, its bridge to the version before. */
public final class ToolSheet {
    private static final String TOOL = "Tool";
    private static final String QUESTIONS = "Questions";
    private static final String BRIDGE = "Bridge";
    private static final int MOST_ROWS = 500;
    private static final int CHARACTER = 256;

    private enum Column {
        REF("Ref", 8),
        SECTION("Section", 8),
        SECTION_TITLE("Section title", 20),
        TEXT("Question", 60),
        GUIDANCE("Guidance", 50),
        EVIDENCE("Evidence", 24),
        ANSWER("Answer", 12),
        WHO("Who answers", 14),
        CRITICAL_WHEN("Critical when", 12),
        CRITICAL_CAPS("Critical caps", 12),
        SCORED("Scored", 8),
        WEIGHT("Weight", 8),
        CHOICES("Choices", 30),
        ASKED_WHEN("Asked when", 12),
        ASKED_WHEN_ANSWER("is answered", 14),
        ONLY_AGENCY("Only agency", 14),
        WORDINGS("In other words", 50),
        GRADES("Grades", 12);

        private final String heading;
        private final int width;

        Column(String heading, int width) {
            this.heading = heading;
            this.width = width;
        }
    }

    private ToolSheet() {}

    public static void write(ToolDocument tool, OutputStream to) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle text = book.createCellStyle();
            text.setQuotePrefixed(true);
            text.setWrapText(true);
            text.setVerticalAlignment(VerticalAlignment.TOP);
            Font bold = book.createFont();
            bold.setBold(true);
            CellStyle head = book.createCellStyle();
            head.setFont(bold);
            Sheet about = book.createSheet(TOOL);
            about.setColumnWidth(1, 60 * CHARACTER);
            row(about, 0, text, "Name", tool.name());
            row(about, 1, text, "Kind", ToolJson.slug(tool.kind()));
            row(about, 2, text, "Note", Cells.orEmpty(tool.note()));
            Sheet questions = book.createSheet(QUESTIONS);
            questions.createFreezePane(1, 1);
            row(
                    questions,
                    0,
                    head,
                    Arrays.stream(Column.values()).map(c -> c.heading).toArray(String[]::new));
            for (Column column : Column.values()) {
                questions.setColumnWidth(column.ordinal(), column.width * CHARACTER);
            }
            for (int i = 0; i < tool.questions().size(); i++) {
                row(questions, i + 1, text, cells(tool.questions().get(i)));
            }
            Sheet bridge = book.createSheet(BRIDGE);
            row(bridge, 0, head, "From", "To", "Note");
            for (int i = 0; i < tool.bridge().size(); i++) {
                BridgeLine line = tool.bridge().get(i);
                row(bridge, i + 1, text, line.from(), line.to(), Cells.orEmpty(line.note()));
            }
            book.write(to);
        }
    }

    private static String[] cells(Question q) {
        return new String[] {
            q.ref(),
            q.section(),
            q.sectionTitle(),
            q.text(),
            Cells.orEmpty(q.guidance()),
            Cells.orEmpty(q.evidence()),
            ToolJson.slug(q.kind().name()),
            ToolJson.slug(q.answeredBy().name()),
            q.criticalWhen() == null ? "" : ToolJson.slug(q.criticalWhen()),
            q.criticalCaps() == null ? "" : ToolJson.slug(q.criticalCaps().name()),
            q.scored() ? "yes" : "no",
            q.weight().stripTrailingZeros().toPlainString(),
            String.join("\n", q.choices()),
            Cells.orEmpty(q.conditionRef()),
            Cells.orEmpty(q.conditionValue()),
            Cells.orEmpty(q.agencyVariant()),
            q.wordings().stream().map(Wording::line).collect(Collectors.joining("\n")),
            q.gradeSubject() == null ? "" : ToolJson.slug(q.gradeSubject().name())
        };
    }

    private static void row(Sheet sheet, int at, CellStyle style, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            var cell = row.createCell(i);
            cell.setCellValue(cells[i]);
            cell.setCellStyle(style);
        }
    }

    /** @throws UnreadableTool when it is no workbook, or none with these sheets and headings */
    public static ToolDocument read(InputStream in) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(in)) {
            Reading about = new Reading(sheet(book, TOOL));
            Map<String, String> says = about.rows(0).stream()
                    .filter(r -> r.size() > 1)
                    .collect(Collectors.toMap(r -> r.getFirst().toLowerCase(Locale.ROOT), r -> r.get(1), (a, b) -> a));
            String name = says.getOrDefault("name", "");
            String kind = says.getOrDefault("kind", "");
            if (name.isBlank() || kind.isBlank()) {
                throw new UnreadableTool("The sheet “Tool” says the tool's name in B1 and its kind in B2.");
            }
            Reading questions = new Reading(sheet(book, QUESTIONS));
            Sheet bridge = book.getSheet(BRIDGE);
            return new ToolDocument(
                    name,
                    ToolJson.constant(kind),
                    Cells.orNull(says.getOrDefault("note", "")),
                    questions(questions),
                    bridge == null
                            ? List.of()
                            : new Reading(bridge)
                                    .rows(1).stream()
                                            .filter(r -> r.size() > 1)
                                            .map(r -> new BridgeLine(
                                                    r.get(0), r.get(1), r.size() > 2 ? Cells.orNull(r.get(2)) : null))
                                            .toList());
        } catch (EmptyFileException | UnsupportedFileFormatException | POIXMLException | OpenXML4JRuntimeException e) {
            throw new UnreadableTool(
                    "This is not an Excel workbook (.xlsx). Export a tool to see what one looks like.");
        }
    }

    private static Sheet sheet(XSSFWorkbook book, String name) {
        Sheet sheet = book.getSheet(name);
        if (sheet == null) {
            throw new UnreadableTool(
                    "The workbook has no sheet “" + name + "”. Export a tool to see what one looks like.");
        }
        return sheet;
    }

    private static List<Question> questions(Reading reading) {
        List<String> headings =
                reading.rows(0).isEmpty() ? List.of() : reading.rows(0).getFirst();
        Map<Column, Integer> places = new HashMap<>();
        for (Column column : Column.values()) {
            for (int i = 0; i < headings.size(); i++) {
                if (headings.get(i).equalsIgnoreCase(column.heading)) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        for (Column needed :
                List.of(Column.REF, Column.SECTION, Column.SECTION_TITLE, Column.TEXT, Column.ANSWER, Column.WHO)) {
            if (!places.containsKey(needed)) {
                throw new UnreadableTool("The sheet “Questions” has no column “" + needed.heading + "”.");
            }
        }
        return reading.rows(1).stream().map(r -> question(new Line(r, places))).toList();
    }

    private record Line(List<String> cells, Map<Column, Integer> places) {
        String text(Column column) {
            Integer at = places.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }

        @Nullable
        String orNull(Column column) {
            return Cells.orNull(text(column));
        }
    }

    private static Question question(Line line) {
        String ref = line.text(Column.REF);
        String when = line.orNull(Column.CRITICAL_WHEN);
        String caps = line.orNull(Column.CRITICAL_CAPS);
        String subject = line.orNull(Column.GRADES);
        return new Question(
                ref,
                line.text(Column.SECTION),
                line.text(Column.SECTION_TITLE),
                line.text(Column.TEXT),
                line.orNull(Column.GUIDANCE),
                line.orNull(Column.EVIDENCE),
                Cells.one(AnswerKind.values(), line.text(Column.ANSWER), ref, "Answer"),
                Cells.one(AnsweredBy.values(), line.text(Column.WHO), ref, "Who answers"),
                when == null ? null : ToolJson.constant(when),
                caps == null ? null : Cells.one(GradeSubject.values(), caps, ref, "Critical caps"),
                weight(ref, line.text(Column.WEIGHT)),
                line.text(Column.SCORED).equalsIgnoreCase("yes"),
                line.text(Column.CHOICES)
                        .lines()
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .toList(),
                line.orNull(Column.ASKED_WHEN),
                line.orNull(Column.ASKED_WHEN_ANSWER),
                line.orNull(Column.ONLY_AGENCY),
                Wording.all(line.text(Column.WORDINGS)),
                subject == null ? null : Cells.one(GradeSubject.values(), subject, ref, "Grades"));
    }

    private static BigDecimal weight(String ref, String cell) {
        try {
            return cell.isBlank() ? BigDecimal.ONE : new BigDecimal(cell);
        } catch (NumberFormatException noNumber) {
            throw new UnreadableTool(ref + ": “" + cell + "” is no weight. Write a number such as 1 or 0.5.");
        }
    }

    /** A sheet as text, empty rows left out. */
    private record Reading(Sheet sheet) {
        List<List<String>> rows(int from) {
            DataFormatter format = new DataFormatter(Locale.UK);
            List<List<String>> rows = new ArrayList<>();
            for (int i = from; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                if (row == null) {
                    continue;
                }
                List<String> cells = new ArrayList<>();
                for (int c = 0; c < Math.min(row.getLastCellNum(), 40); c++) {
                    cells.add(format.formatCellValue(row.getCell(c)).strip());
                }
                if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                    rows.add(cells);
                }
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadableTool("A tool has at most " + MOST_ROWS + " questions.");
                }
            }
            return rows;
        }
    }
}
