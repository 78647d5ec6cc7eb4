package uk.org.kscb.portal.practiceaudit.report;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Bullets;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Heading;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Part;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Table;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Text;

/** The same report as a PDF file on A4: its version across and under every page, heads of tables that repeat. */
public final class PdfReport {
    private static final Color INK = new Color(0x26, 0x22, 0x30);
    private static final Color ACCENT = new Color(0x6b, 0x1d, 0x55);
    private static final Color WASH = new Color(0xf1, 0xee, 0xf3);
    private static final Color LINE = new Color(0xc9, 0xc3, 0xce);
    private static final float EDGE = 56;

    private PdfReport() {}

    public static byte[] write(ReportDocument report) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, EDGE, EDGE, EDGE, EDGE)) {
            PdfWriter writer = PdfWriter.getInstance(document, file);
            writer.setPageEvent(new EveryPage(report));
            document.addTitle(report.title());
            document.addAuthor("Kent Safeguarding Children Board");
            document.open();
            document.add(paragraph(report.title(), font(20, true, ACCENT), 0, 4));
            document.add(paragraph(report.subtitle(), font(10, false, INK), 0, 8));
            for (Part part : report.parts()) {
                add(document, part);
            }
        }
        return file.toByteArray();
    }

    private static void add(Document document, Part part) {
        switch (part) {
            case Heading heading -> document.add(paragraph(heading.words(), font(13, true, ACCENT), 12, 4));
            case Text text -> {
                for (String line : text.words().split("\\R")) {
                    if (!line.isBlank()) {
                        document.add(paragraph(line.strip(), font(10, false, INK), 0, 5));
                    }
                }
            }
            case Bullets bullets ->
                bullets.lines().forEach(line -> {
                    Paragraph paragraph = paragraph("•  " + line, font(10, false, INK), 0, 3);
                    paragraph.setIndentationLeft(18);
                    paragraph.setFirstLineIndent(-10);
                    document.add(paragraph);
                });
            case Table table -> {
                document.add(paragraph(table.caption(), font(9, true, INK), 4, 4));
                document.add(grid(table));
            }
        }
    }

    private static PdfPTable grid(Table table) {
        PdfPTable grid = new PdfPTable(table.headings().size());
        grid.setWidthPercentage(100);
        float[] widths = new float[table.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.widths().get(i);
        }
        grid.setWidths(widths);
        grid.setHeaderRows(1);
        grid.setSplitRows(false);
        grid.setSpacingAfter(8);
        table.headings().forEach(words -> grid.addCell(cell(words, true)));
        for (List<String> row : table.rows()) {
            row.forEach(words -> grid.addCell(cell(words, false)));
        }
        return grid;
    }

    private static PdfPCell cell(String words, boolean head) {
        PdfPCell cell = new PdfPCell(new Phrase(words, font(8.5f, head, INK)));
        cell.setPadding(4);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        if (head) {
            cell.setBackgroundColor(WASH);
        }
        return cell;
    }

    private static Paragraph paragraph(String words, Font font, float before, float after) {
        Paragraph paragraph = new Paragraph(words, font);
        paragraph.setLeading(font.getSize() * 1.3f);
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private static Font font(float size, boolean bold, Color colour) {
        return FontFactory.getFont(
                bold ? FontFactory.HELVETICA_BOLD : FontFactory.HELVETICA,
                BaseFont.CP1252,
                false,
                size,
                Font.NORMAL,
                colour);
    }

    /** The version across the page in grey, and under it with the number of the page. */
    private static final class EveryPage extends PdfPageEventHelper {
        private final ReportDocument report;

        EveryPage(ReportDocument report) {
            this.report = report;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte under = writer.getDirectContentUnder();
            under.saveState();
            PdfGState pale = new PdfGState();
            pale.setFillOpacity(0.12f);
            under.setGState(pale);
            ColumnText.showTextAligned(
                    under,
                    Element.ALIGN_CENTER,
                    new Phrase(report.mark(), font(54, true, INK)),
                    PageSize.A4.getWidth() / 2,
                    PageSize.A4.getHeight() / 2,
                    52);
            under.restoreState();
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    new Phrase(
                            report.mark() + ". " + report.foot() + " Page " + writer.getPageNumber() + ".",
                            font(7.5f, false, INK)),
                    EDGE,
                    EDGE / 2,
                    0);
        }
    }
}
