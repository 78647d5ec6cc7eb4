package uk.org.kscb.portal.plan.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ISDTContent;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A Word document as running text and tables, list items marked by a bullet sign. */
final class WordSource {

    private final List<SourceBlock> blocks = new ArrayList<>();
    private int tables;
    private int paragraphs;

    private WordSource() {}

    static List<SourceBlock> read(byte[] content) throws IOException {
        WordSource source = new WordSource();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            source.body(document.getBodyElements());
        }
        return source.blocks;
    }

    private void body(List<IBodyElement> elements) {
        for (IBodyElement element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> blocks.add(table(table));
                case XWPFSDT control -> control(control.getContent());
                default -> {}
            }
        }
    }

    /** What stands in a content control is read as text: such controls hold titles and dates, not tables. */
    private void control(ISDTContent content) {
        String text = CellText.clean(content.getText());
        if (!text.isEmpty()) {
            blocks.add(new SourceBlock.Paragraph("paragraph " + ++paragraphs, text, false));
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        paragraphs++;
        String text = CellText.clean(paragraph.getText());
        if (!text.isEmpty()) {
            blocks.add(new SourceBlock.Paragraph("paragraph " + paragraphs, text, isHeading(paragraph)));
        }
    }

    private static boolean isHeading(XWPFParagraph paragraph) {
        String style = paragraph.getStyle();
        return style != null && style.toLowerCase(Locale.ROOT).startsWith("heading");
    }

    private SourceBlock.Table table(XWPFTable table) {
        String name = "table " + ++tables;
        List<SourceBlock.Row> rows = new ArrayList<>();
        Map<Integer, String> above = new HashMap<>();
        for (XWPFTableRow row : table.getRows()) {
            List<SourceBlock.Cell> cells = new ArrayList<>();
            row.getTableCells().forEach(cell -> add(cell, cells, above));
            rows.add(new SourceBlock.Row(name + ", row " + (rows.size() + 1), cells));
        }
        return new SourceBlock.Table(name, rows);
    }

    private static void add(XWPFTableCell cell, List<SourceBlock.Cell> cells, Map<Integer, String> above) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        int column = cells.size();
        boolean merged = properties != null && properties.isSetVMerge();
        boolean fromAbove = merged && properties.getVMerge().getVal() != STMerge.RESTART;
        if (fromAbove) {
            cells.add(new SourceBlock.Cell(above.getOrDefault(column, ""), true));
        } else {
            SourceBlock.Cell read = SourceBlock.Cell.of(text(cell));
            above.put(column, merged ? read.text() : "");
            cells.add(read);
        }
        int span = properties != null && properties.isSetGridSpan()
                ? properties.getGridSpan().getVal().intValue()
                : 1;
        for (int i = 1; i < Math.min(span, 50); i++) {
            cells.add(SourceBlock.Cell.EMPTY);
        }
    }

    private static String text(XWPFTableCell cell) {
        StringBuilder text = new StringBuilder();
        for (IBodyElement element : cell.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> {
                    String line = paragraph.getText();
                    text.append(isListItem(paragraph) && !line.isBlank() ? CellText.BULLET : "")
                            .append(line)
                            .append('\n');
                }
                case XWPFTable inner -> text.append(inner.getText()).append('\n');
                case XWPFSDT control ->
                    text.append(control.getContent().getText()).append('\n');
                default -> {}
            }
        }
        return text.toString();
    }

    private static boolean isListItem(XWPFParagraph paragraph) {
        String style = paragraph.getStyle();
        return paragraph.getNumID() != null
                || (style != null && style.toLowerCase(Locale.ROOT).startsWith("list"));
    }
}
