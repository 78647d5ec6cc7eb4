package uk.org.kscb.portal.threshold.report;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.threshold.UrgentNumber;

/** The whole edition on A4. */
public final class GuidancePdf {
    private static final float SIZE = 10;

    private GuidancePdf() {}

    public static byte[] write(Edition edition, List<UrgentNumber> numbers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 50, 50, 55, 55);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        Paper paper = new Paper(edition.head(), numbers, 8);
        writer.setPageEvent(paper);
        document.addTitle(edition.text().title() + " " + edition.head().label());
        writer.getExtraCatalog().put(com.lowagie.text.pdf.PdfName.LANG, new com.lowagie.text.pdf.PdfString("en-GB"));
        document.open();
        begin(document, edition, paper);
        GuidanceText text = edition.text();
        text.levels().forEach(level -> level(document, text, level));
        reference(document, text);
        document.close();
        return bytes.toByteArray();
    }

    private static void begin(Document document, Edition edition, Paper paper) {
        GuidanceText text = edition.text();
        document.add(Paper.heading(text.title(), 20));
        document.add(Paper.text(text.lead(), 12));
        document.add(Paper.text(paper.edition(), SIZE));
        edition.head()
                .approvals()
                .forEach(a -> document.add(Paper.text(
                        "Approved by " + a.body().title() + ", " + Paper.day(a.on()) + ". " + a.minute(), SIZE)));
        document.add(Paper.text("Review due " + Paper.day(edition.head().reviewDue()) + ".", SIZE));
        if (text.sample()) {
            document.add(Paper.text("Sample wording, to be replaced by what the partnership agrees.", SIZE));
        }
        document.add(Paper.heading("Examples, not a checklist", 12));
        document.add(Paper.text(text.caution(), SIZE));
        document.add(Paper.heading("What changed", 12));
        document.add(Paper.text(text.changes(), SIZE));
        document.add(Paper.heading("The family’s agreement", 12));
        document.add(Paper.text(text.consent(), SIZE));
    }

    private static void level(Document document, GuidanceText text, Level level) {
        PdfPTable bar = new PdfPTable(1);
        bar.setWidthPercentage(100);
        bar.setSpacingBefore(14);
        bar.setKeepTogether(true);
        PdfPCell cell = Paper.cell(6);
        cell.setBorderWidthLeft(4f * level.no());
        cell.setBorder(com.lowagie.text.Rectangle.LEFT);
        cell.setBorderColorLeft(Paper.of(level));
        cell.setPaddingLeft(8 + 4f * level.no());
        cell.addElement(Paper.heading("Level " + level.no() + ": " + level.name(), 16));
        cell.addElement(Paper.text(level.say(), 11));
        cell.addElement(Paper.labelled("What to do", level.todo(), SIZE));
        cell.addElement(Paper.labelled("Who leads", level.leads(), SIZE));
        cell.addElement(Paper.labelled("Assessment", level.assessment(), SIZE));
        cell.addElement(Paper.labelled("Plan", level.plan(), SIZE));
        cell.addElement(Paper.labelled("Agreement", level.consent(), SIZE));
        cell.addElement(Paper.labelled("How fast", level.pace(), SIZE));
        level.next().forEach(step -> cell.addElement(Paper.labelled("Next", step, SIZE)));
        bar.addCell(cell);
        document.add(bar);
        PdfPTable table = table(new float[] {1, 7, 5}, "No.", "What may be seen", "Think about");
        text.at(level.no()).forEach(i -> row(table, text, i));
        document.add(table);
    }

    private static void row(PdfPTable table, GuidanceText text, Indicator i) {
        table.addCell(lined(i.id()));
        table.addCell(lined((i.immediateAction() ? "ACT TODAY: " : "") + i.statement()
                + after("\nIn a child’s words: ", i.childVoice()) + after("\nDuty to tell: ", i.dutyNote()) + "\n"
                + place(text, i)));
        table.addCell(lined((after("", i.prompt()) + after("\nProcedures: ", i.procedure())).strip()));
    }

    /** "Child’s needs. Under 5. Neglect, Health." */
    private static String place(GuidanceText text, Indicator i) {
        String area = text.domains().stream()
                .filter(d -> d.code().equals(i.domain()))
                .map(GuidanceText.Domain::name)
                .findFirst()
                .orElse(i.domain());
        String ages = text.ages().stream()
                .filter(a -> a.ageFrom() == i.ageFrom() && a.ageTo() == i.ageTo())
                .map(GuidanceText.AgeBand::name)
                .findFirst()
                .orElseGet(() -> (i.ageFrom() < 0 ? "Before birth" : String.valueOf(i.ageFrom())) + " to " + i.ageTo());
        return area + ". " + ages + ". " + String.join(", ", i.themes()) + ".";
    }

    private static String after(String label, @Nullable String words) {
        return words == null ? "" : label + words;
    }

    private static void reference(Document document, GuidanceText text) {
        document.add(Paper.heading("What protects a child", 14));
        text.protective().forEach(p -> document.add(Paper.text(p, SIZE)));
        document.add(Paper.heading("From the child’s side", 14));
        text.childsView().forEach(q -> document.add(Paper.text(q, SIZE)));
        document.add(Paper.heading("How sure must you be?", 14));
        text.certainty()
                .forEach(r -> document.add(new com.lowagie.text.Paragraph(Paper.labelled(r.word(), r.means(), SIZE))));
        document.add(Paper.heading("Legal tests (Children Act 1989)", 14));
        PdfPTable tests = table(new float[] {1, 3, 6, 3}, "Section", "Test", "In plain words", "Who can act");
        text.tests().forEach(t -> {
            tests.addCell(lined("s." + t.section()));
            tests.addCell(lined(t.name()));
            tests.addCell(lined(t.words()));
            tests.addCell(lined(t.who()));
        });
        document.add(tests);
        document.add(Paper.heading("Worked examples", 14));
        PdfPTable examples = table(new float[] {1, 6, 5}, "No.", "What is known", "A likely answer");
        text.examples().forEach(e -> {
            examples.addCell(lined(e.id()));
            examples.addCell(lined(e.story()));
            examples.addCell(lined(e.answer()));
        });
        document.add(examples);
        document.add(Paper.heading("If you disagree with a decision", 14));
        PdfPTable steps = table(new float[] {1, 8, 3}, "Step", "Who speaks to whom", "Within");
        text.disagreement().forEach(s -> {
            steps.addCell(lined(String.valueOf(s.no())));
            steps.addCell(lined(s.who()));
            steps.addCell(lined(s.within()));
        });
        document.add(steps);
        document.add(Paper.heading("For families", 14));
        text.families().forEach(s -> {
            document.add(Paper.heading(s.heading(), 11));
            s.paragraphs().forEach(p -> document.add(Paper.text(p, SIZE)));
        });
    }

    private static PdfPTable table(float[] widths, String... headings) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setHeaderRows(1);
        table.setSplitRows(false);
        for (String heading : headings) {
            PdfPCell cell = lined(heading);
            cell.setPhrase(new Phrase(heading, Paper.bold(9)));
            table.addCell(cell);
        }
        return table;
    }

    private static PdfPCell lined(String words) {
        PdfPCell cell = new PdfPCell(new Phrase(11.5f, words, Paper.font(9)));
        cell.setBorder(com.lowagie.text.Rectangle.BOTTOM);
        cell.setBorderColor(Paper.LINE);
        cell.setPadding(3);
        return cell;
    }
}
