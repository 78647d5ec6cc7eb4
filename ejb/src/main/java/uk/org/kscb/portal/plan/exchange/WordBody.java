package uk.org.kscb.portal.plan.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** The XML of a Word document's body. A table within a table's cell is read as lines of that cell. */
final class WordBody {

    /** Text that has been deleted, stands in drawings, or repeats what another reader is offered. */
    private static final Set<String> PASSED_OVER = Set.of(
            "del",
            "moveFrom",
            "drawing",
            "pict",
            "object",
            "Fallback",
            "instrText",
            "rPr",
            "sectPr",
            "sdtPr",
            "pPrChange",
            "tcPrChange",
            "trPrChange",
            "tblPr");

    private static final int MOST_ROWS = 20_000;
    private static final int WIDEST_SPAN = 50;

    private final WordStyles styles;
    private final TextBudget budget = new TextBudget();
    private final List<SourceBlock> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String style = "";
    private boolean numbered;
    private int paragraphs;

    private int tableDepth;
    private int tables;
    private int rowsInAll;
    private List<SourceBlock.Row> rows = new ArrayList<>();
    private List<SourceBlock.Cell> cells = new ArrayList<>();
    private Map<Integer, String> above = new HashMap<>();
    private final StringBuilder cell = new StringBuilder();
    private int span = 1;
    private int skipped;
    private @Nullable String verticalMerge;

    WordBody(WordStyles styles) {
        this.styles = styles;
    }

    List<SourceBlock> read(InputStream xml) throws XMLStreamException {
        XMLStreamReader in = XmlStreams.open(xml);
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (PASSED_OVER.contains(in.getLocalName())) {
                    pass(in);
                } else {
                    open(in);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                close(in.getLocalName());
            }
        }
        return blocks;
    }

    private static void pass(XMLStreamReader in) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private void open(XMLStreamReader in) throws XMLStreamException {
        switch (in.getLocalName()) {
            case "tbl" -> openTable();
            case "tr" -> openRow();
            case "tc" -> openCell();
            case "gridSpan" -> span = Math.clamp(number(in), 1, WIDEST_SPAN);
            case "gridBefore" -> skipped = Math.clamp(number(in), 0, WIDEST_SPAN);
            case "vMerge" -> verticalMerge = XmlStreams.attribute(in, "val");
            case "p" -> {
                paragraph.setLength(0);
                style = "";
                numbered = false;
            }
            case "pStyle" -> style = XmlStreams.attribute(in, "val");
            case "numId" -> numbered = !XmlStreams.attribute(in, "val").equals("0");
            case "t" -> paragraph.append(in.getElementText());
            case "tab" -> paragraph.append(' ');
            case "br", "cr" -> paragraph.append('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            default -> {}
        }
    }

    private void close(String name) {
        switch (name) {
            case "p" -> closeParagraph();
            case "tc" -> closeCell();
            case "tr" -> closeRow();
            case "tbl" -> closeTable();
            default -> {}
        }
    }

    private static int number(XMLStreamReader in) {
        return Integer.parseInt(XmlStreams.attribute(in, "val"));
    }

    private void openTable() {
        if (++tableDepth == 1) {
            tables++;
            rows = new ArrayList<>();
            above = new HashMap<>();
        }
    }

    private void openRow() {
        if (tableDepth == 1) {
            cells = new ArrayList<>();
            skipped = 0;
            if (++rowsInAll > MOST_ROWS) {
                throw new UnreadablePlan(
                        Reason.TOO_LARGE,
                        "The document's tables have more than " + MOST_ROWS + " rows. A plan has hundreds.");
            }
        }
    }

    private void openCell() {
        if (tableDepth == 1) {
            for (; skipped > 0; skipped--) {
                cells.add(SourceBlock.Cell.EMPTY);
            }
            cell.setLength(0);
            span = 1;
            verticalMerge = null;
        }
    }

    private void closeParagraph() {
        boolean listItem =
                (numbered || styles.isListItem(style)) && !paragraph.toString().isBlank();
        if (tableDepth > 0) {
            cell.append(listItem ? CellText.BULLET : "").append(paragraph).append('\n');
        } else {
            paragraphs++;
            String text = CellText.clean(paragraph.toString());
            if (!text.isEmpty()) {
                blocks.add(new SourceBlock.Paragraph("paragraph " + paragraphs, text, styles.isHeading(style)));
            }
        }
        paragraph.setLength(0);
    }

    private void closeCell() {
        if (tableDepth > 1) {
            return;
        }
        int column = cells.size();
        if (verticalMerge != null && !verticalMerge.equals("restart")) {
            cells.add(new SourceBlock.Cell(above.getOrDefault(column, ""), true));
        } else {
            SourceBlock.Cell read = budget.cell(cell.toString(), "table " + tables);
            above.put(column, verticalMerge == null ? "" : read.text());
            cells.add(read);
        }
        for (int i = 1; i < span; i++) {
            cells.add(SourceBlock.Cell.EMPTY);
        }
    }

    private void closeRow() {
        if (tableDepth == 1) {
            rows.add(new SourceBlock.Row("table " + tables + ", row " + (rows.size() + 1), cells));
        }
    }

    private void closeTable() {
        if (--tableDepth == 0) {
            blocks.add(new SourceBlock.Table("table " + tables, rows));
        }
    }
}
