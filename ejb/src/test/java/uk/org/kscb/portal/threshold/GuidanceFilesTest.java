package uk.org.kscb.portal.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.UrgentNumber.Kind;
import uk.org.kscb.portal.threshold.exchange.GuidanceDocx;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;
import uk.org.kscb.portal.threshold.report.GuidancePdf;
import uk.org.kscb.portal.threshold.report.QuickSheet;

/** An edition on paper and in files. */
class GuidanceFilesTest {
    private static final LocalDate JUNE_1 = LocalDate.of(2011, 6, 1);
    private static final List<UrgentNumber> NUMBERS =
            List.of(new UrgentNumber(Kind.DAY, "01632 960 100", "Board office", JUNE_1));

    private Edition edition;

    @BeforeEach
    void read() throws IOException {
        EditionHead head = new EditionHead(
                2, 2, "Edition 2", State.IN_FORCE, 0, 1, JUNE_1, JUNE_1, JUNE_1, JUNE_1.plusYears(1), null, List.of());
        edition = new Edition(head, StartingEditionTest.starting());
    }

    @Test
    void the_quick_sheet_has_two_sides_and_every_example() throws IOException {
        PdfReader pdf = saved("quick.pdf", QuickSheet.write(edition, NUMBERS));
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        String behind = new PdfTextExtractor(pdf).getTextFromPage(2);
        edition.text().indicators().forEach(i -> assertThat(behind).contains(i.id()));
        assertThat(behind).contains("act today");
    }

    @Test
    void every_printed_page_carries_edition_date_and_the_numbers() throws IOException {
        for (PdfReader pdf : List.of(
                saved("quick.pdf", QuickSheet.write(edition, NUMBERS)),
                saved("full.pdf", GuidancePdf.write(edition, NUMBERS)))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                assertThat(new PdfTextExtractor(pdf).getTextFromPage(page).replaceAll("\\s+", " "))
                        .contains("Edition 2, in force from 1 June 2011. Check the portal for the current version.")
                        .contains("phone 999")
                        .contains("01632 960 100");
            }
        }
    }

    @Test
    void taken_away_as_word_and_brought_back_it_says_the_same() {
        assertThat(GuidanceDocx.read(GuidanceDocx.write(edition), edition.text()))
                .isEqualTo(edition.text());
    }

    @Test
    void what_is_no_guidance_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> GuidanceDocx.read("hello".getBytes(StandardCharsets.UTF_8), edition.text()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Word");
        assertThatThrownBy(() -> GuidanceJson.read("[1,2]")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> GuidanceJson.read("{\"levels\":\"none\"}")).isInstanceOf(Refusal.class);
        assertThat(GuidanceJson.read("{}").gaps()).isNotEmpty();
    }

    private static PdfReader saved(String name, byte[] pdf) throws IOException {
        Files.write(Path.of("target", name), pdf);
        return new PdfReader(pdf);
    }
}
