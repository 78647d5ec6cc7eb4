package uk.org.kscb.portal.plan.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** One sheet's XML as rows of text. */
final class SheetRows {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_MERGES = 20_000;
    private static final int MOST_SPREAD = 200_000;

    private final String name;
    private final CellFormats formats;
    private final TextBudget budget;
    private final TreeMap<Integer, Map<Integer, String>> cells = new TreeMap<>();
    private final List<CellRangeAddress> merges = new ArrayList<>();
    private @Nullable String firstFormula;

    SheetRows(String name, CellFormats formats, TextBudget budget) {
        this.name = name;
        this.formats = formats;
        this.budget = budget;
    }

    void read(InputStream xml) throws XMLStreamException {
        XMLStreamReader in = XmlStreams.open(xml);
        int row = -1;
        int column = -1;
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "row" -> {
                    String number = in.getAttributeValue(null, "r");
                    row = number == null ? row + 1 : Integer.parseInt(number) - 1;
                    column = -1;
                }
                case "c" -> {
                    String at = in.getAttributeValue(null, "r");
                    column = at == null ? column + 1 : new CellReference(at).getCol();
                    cell(in, row, column);
                }
                case "mergeCell" -> merge(in.getAttributeValue(null, "ref"));
                default -> {}
            }
        }
    }

    private void merge(String range) {
        if (merges.size() >= MOST_MERGES) {
            throw tooLarge();
        }
        merges.add(CellRangeAddress.valueOf(range));
    }

    private void cell(XMLStreamReader in, int row, int column) throws XMLStreamException {
        String type = in.getAttributeValue(null, "t");
        String style = in.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        boolean phonetic = false;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (in.getLocalName().equals("c")) {
                    break;
                }
                phonetic &= !in.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "f" -> noteFormula(row, column);
                    case "rPh" -> phonetic = true;
                    case "v", "t" -> {
                        String text = in.getElementText();
                        value.append(phonetic ? "" : text);
                    }
                    default -> {}
                }
            }
        }
        keep(row, column, value.toString(), type == null ? "n" : type, style == null ? 0 : Integer.parseInt(style));
    }

    private void noteFormula(int row, int column) {
        if (firstFormula == null) {
            firstFormula = new CellReference(row, column).formatAsString();
        }
    }

    private void keep(int row, int column, String value, String type, int style) {
        if (value.isEmpty() || column >= MOST_COLUMNS) {
            return;
        }
        String text = switch (type) {
            case "s" -> formats.shared(value);
            case "n" -> formats.number(value, style);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> value;
        };
        String clean = budget.cell(text, name).text();
        if (!clean.isEmpty()) {
            cells.computeIfAbsent(row, r -> new HashMap<>()).put(column, clean);
            if (cells.size() > MOST_ROWS) {
                throw tooLarge();
            }
        }
    }

    private UnreadablePlan tooLarge() {
        return new UnreadablePlan(
                Reason.TOO_LARGE, "The " + name + " has more than " + MOST_ROWS + " rows. A plan has hundreds.");
    }

    /** The first cell that holds a formula ("C5"), if one does. */
    @Nullable
    String firstFormula() {
        return firstFormula;
    }

    SourceBlock.Table table() {
        int width = cells.values().stream()
                .flatMap(r -> r.keySet().stream())
                .mapToInt(c -> c + 1)
                .max()
                .orElse(0);
        Map<Integer, Map<Integer, String>> fromAbove = spreadDown(width);
        List<SourceBlock.Row> rows = new ArrayList<>();
        cells.forEach((number, texts) -> {
            List<SourceBlock.Cell> row = new ArrayList<>();
            Map<Integer, String> spread = fromAbove.getOrDefault(number, Map.of());
            for (int column = 0; column < width; column++) {
                String text = texts.getOrDefault(column, "");
                String above = spread.get(column);
                row.add(above == null ? new SourceBlock.Cell(text, false) : new SourceBlock.Cell(above, true));
            }
            rows.add(new SourceBlock.Row(name + ", row " + (number + 1), row));
        });
        return new SourceBlock.Table(name, rows);
    }

    /** Merged cells that span rows: the text of the first cell, for the rows below it. */
    private Map<Integer, Map<Integer, String>> spreadDown(int width) {
        Map<Integer, Map<Integer, String>> spread = new HashMap<>();
        int filled = 0;
        for (CellRangeAddress merge : merges) {
            int column = merge.getFirstColumn();
            String text = cells.getOrDefault(merge.getFirstRow(), Map.of()).getOrDefault(column, "");
            if (text.isEmpty() || column >= width) {
                continue;
            }
            for (int row : cells.subMap(merge.getFirstRow(), false, merge.getLastRow(), true)
                    .keySet()) {
                spread.computeIfAbsent(row, r -> new HashMap<>()).put(column, text);
                if (++filled > MOST_SPREAD) {
                    throw tooLarge();
                }
            }
        }
        return spread;
    }
}
