package uk.org.kscb.portal.threshold.report;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.FontFactory;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.threshold.UrgentNumber;

/**
 * What every sheet carries: 999 and the numbers above, edition and date below. A level is a figure and a word; its depth
 * of one hue helps, and the bar beside it grows with the level, so that nothing depends on colour.
 */
final class Paper extends PdfPageEventHelper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    static final Color INK = new Color(0x1b, 0x18, 0x1f);
    static final Color LINE = new Color(0xa0, 0x9a, 0xa8);

    private final EditionHead head;
    private final List<UrgentNumber> numbers;
    private final float size;

    /** @param size of the print of head and foot, in points */
    Paper(EditionHead head, List<UrgentNumber> numbers, float size) {
        this.head = head;
        this.numbers = List.copyOf(numbers);
        this.size = size;
    }

    static Font font(float size) {
        return FontFactory.getFont(FontFactory.HELVETICA, size, INK);
    }

    static Font bold(float size) {
        return FontFactory.getFont(FontFactory.HELVETICA_BOLD, size, INK);
    }

    static Color of(Level level) {
        return Color.decode(level.colour());
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "not set" : DAY.format(day);
    }

    static Paragraph text(String words, float size) {
        Paragraph paragraph = new Paragraph(words, font(size));
        paragraph.setLeading(size * 1.3f);
        paragraph.setSpacingAfter(size * 0.35f);
        return paragraph;
    }

    static Paragraph heading(String words, float size) {
        Paragraph paragraph = new Paragraph(words, bold(size));
        paragraph.setLeading(size * 1.25f);
        paragraph.setSpacingBefore(size * 0.7f);
        paragraph.setSpacingAfter(size * 0.3f);
        return paragraph;
    }

    /** A cell without lines around it. */
    static PdfPCell cell(float padding) {
        PdfPCell cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(padding);
        return cell;
    }

    static Phrase labelled(String label, String words, float size) {
        Phrase phrase = new Phrase();
        phrase.setLeading(size * 1.25f);
        phrase.add(new Chunk(label + ": ", bold(size)));
        phrase.add(new Chunk(words, font(size)));
        return phrase;
    }

    String edition() {
        return head.label() + ", in force from " + day(head.effectiveFrom())
                + ". Check the portal for the current version.";
    }

    private String danger() {
        StringBuilder line = new StringBuilder("Child in immediate danger: phone 999.");
        numbers.forEach(
                n -> line.append("  ").append(n.kind().word()).append(' ').append(n.number()));
        return line.toString();
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        float left = document.left();
        float right = document.right();
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_LEFT,
                new Phrase(danger(), bold(size + 1)),
                left,
                document.top() + size,
                0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_LEFT,
                new Phrase(edition(), font(size)),
                left,
                document.bottom() - size * 2,
                0);
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                new Phrase("Page " + writer.getPageNumber(), font(size)),
                right,
                document.bottom() - size * 2,
                0);
    }
}
