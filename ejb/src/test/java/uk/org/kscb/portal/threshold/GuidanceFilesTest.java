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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void a_front_that_was_written_longer_is_set_smaller_and_stays_one_side() throws IOException {
        GuidanceText longer = edition.text()
                .changed(t -> t.levels = t.levels.stream()
                        .map(l -> new GuidanceText.Level(
                                l.no(),
                                l.name(),
                                l.also(),
                                l.say(),
                                l.leads().repeat(6),
                                l.assessment().repeat(4),
                                l.plan().repeat(4),
                                l.consent().repeat(3),
                                l.todo().repeat(3),
                                l.pace(),
                                l.next(),
                                l.colour()))
                        .toList());
        PdfReader pdf = saved("quick-longer.pdf", QuickSheet.write(new Edition(edition.head(), longer), NUMBERS));
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(2)).contains("I46");
    }

    @Test
    void the_full_document_leaves_nothing_of_the_edition_out() throws IOException {
        PdfReader pdf = saved("full.pdf", GuidancePdf.write(edition, NUMBERS));
        StringBuilder all = new StringBuilder();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            all.append(new PdfTextExtractor(pdf).getTextFromPage(page));
        }
        String printed = squeezed(all.toString());
        GuidanceText text = edition.text();
        List<String> wanted = new ArrayList<>();
        wanted.addAll(text.protective());
        wanted.addAll(text.childsView());
        text.families().forEach(s -> wanted.addAll(s.paragraphs()));
        text.levels().forEach(l -> wanted.addAll(l.next()));
        text.certainty().forEach(r -> wanted.add(r.means()));
        text.indicators().forEach(i -> wanted.add(i.id()));
        text.indicators().stream()
                .flatMap(i -> Stream.of(i.childVoice(), i.procedure(), i.dutyNote(), i.prompt()))
                .filter(w -> w != null)
                .forEach(wanted::add);
        assertThat(wanted).allSatisfy(words -> assertThat(printed).contains(squeezed(words)));
    }

    private static String squeezed(String words) {
        return words.replaceAll("[^A-Za-z0-9]+", "");
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
    void a_file_says_from_which_edition_it_was_taken() {
        assertThat(GuidanceDocx.takenFrom(GuidanceDocx.write(edition))).contains(2);
        String json = GuidanceJson.writeReadable(edition);
        assertThat(GuidanceJson.takenFrom(json)).contains(2);
        assertThat(GuidanceJson.read(json)).isEqualTo(edition.text());
        assertThat(GuidanceJson.takenFrom("{}")).isEmpty();
        assertThat(GuidanceJson.takenFrom("no file")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void each_part_is_written_as_lines_and_read_back(GuidancePart part) {
        assertThat(part.lines(edition.text())).isNotBlank();
        assertThat(part.in(edition.text(), part.lines(edition.text()).replace("\n", "\r\n")))
                .isEqualTo(edition.text());
    }

    @Test
    void what_was_changed_in_word_beside_the_examples_comes_back_too() {
        GuidanceText text = edition.text();
        GuidanceText changed = GuidancePart.WORDS.in(text, "runaway | Missing, Exploitation");
        changed = GuidancePart.LEVELS.in(
                changed, GuidancePart.LEVELS.lines(changed).replaceFirst("#e9d6e2", "#00703c"));
        changed = changed.changed(t -> {
            t.title = "Who helps how?";
            t.indicators =
                    t.indicators.stream().map(GuidanceFilesTest::inChapterFive).toList();
        });
        changed = GuidancePart.FAMILIES.in(changed, "All of us\nNeed help.\nSometimes.");
        GuidanceText back = GuidanceDocx.read(GuidanceDocx.write(new Edition(edition.head(), changed)), text);
        assertThat(back).isEqualTo(changed);
        assertThat(back.levels().getFirst().colour()).isEqualTo("#00703c");
        assertThat(back.families().getFirst().paragraphs()).containsExactly("Need help.", "Sometimes.");
    }

    @Test
    void a_line_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> GuidancePart.TESTS.in(edition.text(), "Child in need | 17"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“Child in need | 17” has 2 parts, not 4");
        assertThatThrownBy(() -> GuidancePart.LEVELS.in(edition.text(), "Level: 1\nNickname: Green"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“Nickname: Green” is not one of the lines of a level");
        assertThatThrownBy(() -> GuidancePart.AGES.in(edition.text(), "0-4 | Under 5 | 0–4 | birth | 4"))
                .hasMessageContaining("“birth” is no age in years");
        assertThat(GuidancePart.AGES
                        .in(edition.text(), "0-4 | Under 5 | 0–4 | 4 | 0")
                        .gaps())
                .singleElement()
                .asString()
                .contains("“Under 5” run from before birth");
        assertThat(GuidancePart.AREAS
                        .in(edition.text(), GuidancePart.AREAS.lines(edition.text()) + "\nC | Again | Again")
                        .gaps())
                .containsExactly("There are two areas “C”.");
        assertThat(GuidancePart.DISAGREEMENT
                        .in(edition.text(), "0 | Phone 999 | Now\n2 | Managers | 2 working days")
                        .gaps())
                .singleElement()
                .asString()
                .contains("here stands 2");
        assertThatThrownBy(() -> GuidancePart.DISAGREEMENT.in(edition.text(), "first | me | now"))
                .hasMessageContaining("no number");
        assertThat(GuidancePart.LEVELS
                        .in(
                                edition.text(),
                                GuidancePart.LEVELS.lines(edition.text()).replace("#c98fb3", "pink"))
                        .gaps())
                .singleElement()
                .asString()
                .contains("colour of level 2");
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

    private static GuidanceText.Indicator inChapterFive(GuidanceText.Indicator i) {
        return new GuidanceText.Indicator(
                i.id(),
                i.level(),
                i.domain(),
                i.ageFrom(),
                i.ageTo(),
                i.themes(),
                i.statement(),
                i.childVoice(),
                i.prompt(),
                "Chapter 5",
                i.introduced(),
                i.immediateAction(),
                i.dutyNote());
    }

    private static PdfReader saved(String name, byte[] pdf) throws IOException {
        Files.write(Path.of("target", name), pdf);
        return new PdfReader(pdf);
    }
}
