package uk.org.kscb.portal.practiceaudit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Bullets;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Heading;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Part;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Table;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Text;

/** A report as a Word file on A4: watermark with its version, heads of tables that repeat, a line at the foot. */
public final class WordReport {
    private static final String FONT = "Calibri";
    private static final String INK = "262230";
    private static final String ACCENT = "6B1D55";
    private static final String WASH = "F1EEF3";
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1134;

    private WordReport() {}

    public static byte[] write(ReportDocument report) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            document.getProperties().getCoreProperties().setTitle(report.title());
            document.getProperties().getCoreProperties().setCreator("Kent Safeguarding Children Board");
            page(document);
            words(document.createParagraph(), report.title(), 20, true, ACCENT);
            words(document.createParagraph(), report.subtitle(), 11, false, INK);
            for (Part part : report.parts()) {
                add(document, part);
            }
            XWPFHeaderFooterPolicy policy = document.createHeaderFooterPolicy();
            policy.createWatermark(report.mark());
            XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            foot.setAlignment(ParagraphAlignment.LEFT);
            words(foot, report.mark() + ". " + report.foot(), 8, false, INK);
            document.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        section.addNewPgSz().setW(BigInteger.valueOf(A4_WIDTH));
        section.getPgSz().setH(BigInteger.valueOf(A4_HEIGHT));
        var margins = section.addNewPgMar();
        for (BigInteger side : List.of(BigInteger.valueOf(MARGIN))) {
            margins.setLeft(side);
            margins.setRight(side);
            margins.setTop(side);
            margins.setBottom(side);
        }
    }

    private static void add(XWPFDocument document, Part part) {
        switch (part) {
            case Heading heading -> {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setSpacingBefore(280);
                paragraph.setSpacingAfter(80);
                paragraph.setKeepNext(true);
                paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
                words(paragraph, heading.words(), 14, true, ACCENT);
            }
            case Text text -> {
                for (String line : text.words().split("\\R")) {
                    if (!line.isBlank()) {
                        words(document.createParagraph(), line.strip(), 11, false, INK);
                    }
                }
            }
            case Bullets bullets ->
                bullets.lines().forEach(line -> {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.setIndentationLeft(360);
                    paragraph.setIndentationHanging(240);
                    words(paragraph, "•  " + line, 11, false, INK);
                });
            case Table table -> table(document, table);
        }
    }

    private static void table(XWPFDocument document, Table table) {
        XWPFParagraph caption = document.createParagraph();
        caption.setSpacingBefore(120);
        caption.setKeepNext(true);
        words(caption, table.caption(), 10, true, INK);
        int sum = table.widths().stream().mapToInt(Integer::intValue).sum();
        XWPFTable made = document.createTable(1, table.headings().size());
        made.setWidthType(TableWidthType.PCT);
        made.setWidth("100%");
        row(made.getRow(0), table.headings(), table.widths(), sum, true);
        made.getRow(0).setRepeatHeader(true);
        for (List<String> cells : table.rows()) {
            XWPFTableRow row = made.createRow();
            row.setCantSplitRow(true);
            row(row, cells, table.widths(), sum, false);
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private static void row(XWPFTableRow row, List<String> cells, List<Integer> widths, int sum, boolean head) {
        for (int i = 0; i < cells.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidth(100 * widths.get(i) / sum + "%");
            if (head) {
                cell.setColor(WASH);
            }
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setSpacingAfter(0);
            words(paragraph, cells.get(i), 9, head, INK);
        }
    }

    private static void words(XWPFParagraph paragraph, String text, int size, boolean bold, String colour) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setColor(colour);
    }
}
