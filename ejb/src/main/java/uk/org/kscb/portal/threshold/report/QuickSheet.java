package uk.org.kscb.portal.threshold.report;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.threshold.UrgentNumber;

/** One sheet of A4 across: the levels in front, the examples behind. The print grows smaller until two sides are enough. */
public final class QuickSheet {
    private static final float LARGEST = 9.5f;
    private static final float SMALLEST = 5;
    private static final float STEP = 0.25f;

    private QuickSheet() {}

    public static byte[] write(Edition edition, List<UrgentNumber> numbers) {
        float front = LARGEST;
        while (sides(write(edition, numbers, front, 0)) > 1 && front > SMALLEST) {
            front -= STEP;
        }
        float back = LARGEST;
        byte[] sheet = write(edition, numbers, front, back);
        while (sides(sheet) > 2 && back > SMALLEST) {
            back -= STEP;
            sheet = write(edition, numbers, front, back);
        }
        return sheet;
    }

    /** @param back size of its letters; 0 leaves the back out, to see whether the front is one side */
    private static byte[] write(Edition edition, List<UrgentNumber> numbers, float front, float back) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4.rotate(), 28, 28, 36, 34);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new Paper(edition.head(), numbers, 8));
        document.addTitle(
                "Quick sheet: " + edition.text().title() + " " + edition.head().label());
        writer.getExtraCatalog().put(com.lowagie.text.pdf.PdfName.LANG, new com.lowagie.text.pdf.PdfString("en-GB"));
        document.open();
        front(document, edition.text(), front / LARGEST);
        if (back > 0) {
            document.newPage();
            back(document, edition.text(), back);
        }
        document.close();
        return bytes.toByteArray();
    }

    private static void front(Document document, GuidanceText text, float scale) {
        document.add(Paper.heading(text.title(), 16f * scale));
        document.add(Paper.text(text.lead() + " " + text.caution(), 9f * scale));
        PdfPTable columns = columns(text);
        for (Level level : text.levels()) {
            PdfPCell cell = column(level, text);
            cell.addElement(Paper.heading(level.no() + "  " + level.name(), 14f * scale));
            cell.addElement(Paper.text(level.say(), 9f * scale));
            for (String[] part : List.of(
                    new String[] {"Do", level.todo()},
                    new String[] {"Leads", level.leads()},
                    new String[] {"Assessment", level.assessment()},
                    new String[] {"Plan", level.plan()},
                    new String[] {"Agreement", level.consent()},
                    new String[] {"How fast", level.pace()})) {
                Paragraph line = new Paragraph(Paper.labelled(part[0], part[1], 9f * scale));
                line.setSpacingAfter(3);
                cell.addElement(line);
            }
            columns.addCell(cell);
        }
        document.add(columns);
        PdfPTable more = new PdfPTable(3);
        more.setWidthPercentage(100);
        more.setSpacingBefore(8);
        PdfPCell sure = Paper.cell(4);
        sure.addElement(Paper.heading("How sure must you be?", 10f * scale));
        text.certainty().forEach(r -> sure.addElement(new Paragraph(Paper.labelled(r.word(), r.means(), 8f * scale))));
        more.addCell(sure);
        PdfPCell agree = Paper.cell(4);
        agree.addElement(Paper.heading("The family’s agreement", 10f * scale));
        agree.addElement(Paper.text(text.consent(), 8f * scale));
        text.childsView().forEach(q -> agree.addElement(Paper.text(q, 8f * scale)));
        more.addCell(agree);
        PdfPCell steps = Paper.cell(4);
        steps.addElement(Paper.heading("If you disagree", 10f * scale));
        text.disagreement()
                .forEach(s ->
                        steps.addElement(Paper.text(s.no() + "  " + s.who() + " (" + s.within() + ")", 7.5f * scale)));
        more.addCell(steps);
        document.add(more);
    }

    private static void back(Document document, GuidanceText text, float size) {
        PdfPTable columns = columns(text);
        for (Level level : text.levels()) {
            PdfPCell cell = column(level, text);
            cell.addElement(Paper.heading(level.no() + "  " + level.name(), 12));
            for (Indicator i : text.at(level.no())) {
                Paragraph line = new Paragraph();
                line.setLeading(size * 1.18f);
                line.setSpacingAfter(size * 0.3f);
                line.add(new com.lowagie.text.Chunk(i.id() + " ", Paper.bold(size)));
                line.add(new com.lowagie.text.Chunk(
                        i.statement(), i.immediateAction() ? Paper.bold(size) : Paper.font(size)));
                if (i.immediateAction()) {
                    line.add(new com.lowagie.text.Chunk(" (act today)", Paper.bold(size)));
                }
                cell.addElement(line);
            }
            columns.addCell(cell);
        }
        document.add(columns);
    }

    private static PdfPTable columns(GuidanceText text) {
        PdfPTable columns = new PdfPTable(Math.max(1, text.levels().size()));
        columns.setWidthPercentage(100);
        return columns;
    }

    /** The bar above grows with the level, so that print without colour tells them apart. */
    private static PdfPCell column(Level level, GuidanceText text) {
        PdfPCell cell = Paper.cell(5);
        cell.setBorder(Rectangle.TOP);
        cell.setBorderWidthTop(3f * level.no());
        cell.setBorderColorTop(Paper.of(level));
        cell.setPaddingTop(4 + 3f * level.no());
        return cell;
    }

    private static int sides(byte[] pdf) {
        try {
            PdfReader reader = new PdfReader(pdf);
            int sides = reader.getNumberOfPages();
            reader.close();
            return sides;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
