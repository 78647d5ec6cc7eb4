package uk.org.kscb.portal.practiceaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Bullets;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Heading;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Table;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Text;

/** The files that people are given; a copy is left in target to look at. */
class ReportFilesTest {
    private static final ReportDocument REPORT = new ReportDocument(
            "A11-01 Referral audit, January to March 2011",
            "Report to the quality assurance subgroup, the Kent Safeguarding Children Board and the Improvement Board",
            "Version 2",
            "Frozen 15 June 2011. OFFICIAL-SENSITIVE.",
            List.of(
                    new Heading("What it shows"),
                    new Text("About two in three referrals named the right level.\n"
                            + "The child’s own words were missing from most."),
                    new Table(
                            "Share that met the standard, with its 95% interval",
                            List.of("No.", "Standard", "Met", "Share", "Likely between"),
                            Collections.nCopies(
                                    60,
                                    List.of(
                                            "Q9",
                                            "Child’s words or presentation recorded",
                                            "21 of 55",
                                            "38%",
                                            "27% and 51%")),
                            List.of(8, 48, 16, 10, 18)),
                    new Heading("Learning"),
                    new Bullets(List.of("Write what the child says or shows.", "Say why you refer now."))));

    @Test
    void the_word_file_says_all_and_bears_its_version() throws IOException {
        byte[] file = WordReport.write(REPORT);
        Files.write(Path.of("target", "report.docx"), file);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertThat(document.getParagraphs().stream().map(p -> p.getText()).toList())
                    .contains(
                            "What it shows",
                            "The child’s own words were missing from most.",
                            "•  Say why you refer now.");
            assertThat(document.getTables().getFirst().getRows()).hasSize(61);
            assertThat(document.getTables().getFirst().getRow(0).isRepeatHeader())
                    .isTrue();
            assertThat(document.getHeaderList()
                            .getFirst()
                            .getParagraphs()
                            .getFirst()
                            .getCTP()
                            .xmlText())
                    .as("the watermark")
                    .contains("Version 2");
            assertThat(document.getFooterList().getFirst().getText()).contains("Version 2", "OFFICIAL-SENSITIVE");
        }
    }

    @Test
    void the_pdf_says_the_same_with_its_version_on_every_page() throws IOException {
        byte[] file = PdfReport.write(REPORT);
        Files.write(Path.of("target", "report.pdf"), file);
        PdfReader reader = new PdfReader(file);
        assertThat(reader.getNumberOfPages()).isGreaterThan(1);
        PdfTextExtractor text = new PdfTextExtractor(reader);
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            assertThat(text.getTextFromPage(page)).contains("Version 2");
            assertThat(text.getTextFromPage(page)).contains("Standard");
        }
        assertThat(text.getTextFromPage(1)).contains("A11-01", "missing from most", "21 of 55");
        reader.close();
    }
}
