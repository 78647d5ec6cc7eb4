package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.org.kscb.portal.plan.exchange.SampleFiles.refusal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** CSV and JSON that hold no plan, or hold it wrongly. */
class BadTextFilesTest {

    @Test
    void a_file_without_a_plan_is_refused_and_says_what_a_plan_looks_like() {
        assertThat(refusal(
                        "plan.docx",
                        new SampleFiles.Word().paragraph("Dear all").bytes()))
                .hasMessageContaining("no table");
        UnreadablePlan shopping = refusal("list.csv", SampleFiles.utf8("Item,Shop\nBread,Baker\n"));
        assertThat(shopping.reason()).isEqualTo(Reason.NO_PLAN_TABLE);
        assertThat(shopping).hasMessageContaining("heading");
        assertThat(refusal("plan.csv", SampleFiles.utf8("Ref,Action,Lead,When\n"))
                        .reason())
                .isEqualTo(Reason.NO_PLAN_TABLE);
    }

    @Test
    void a_reference_that_stands_twice_is_refused_and_both_places_are_named() {
        byte[] csv = SampleFiles.utf8("Ref,Action,Lead,When\n1.1.1,Seal,Fay,2011-05-31\n1.1.2,Fit,Gil,2011-05-31\n"
                + "1.1.1,Paint,Gil,2011-05-31\n");
        UnreadablePlan refused = refusal("plan.csv", csv);
        assertThat(refused.reason()).isEqualTo(Reason.DUPLICATE_REF);
        assertThat(refused)
                .hasMessageContaining("1.1.1")
                .hasMessageContaining("row 2")
                .hasMessageContaining("row 4");
    }

    @Test
    void a_csv_file_in_another_encoding_is_refused() {
        String text = "Ref,Action,Lead,When\n1.1.1,Café – heated,Zoë,2011-05-31\n";
        byte[] latin = text.replace('–', '-').getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal("plan.csv", latin).reason()).isEqualTo(Reason.WRONG_ENCODING);
        assertThat(refusal("plan.csv", text.getBytes(StandardCharsets.UTF_16)).reason())
                .isEqualTo(Reason.WRONG_ENCODING);
        assertThat(refusal("plan.csv", text.getBytes(StandardCharsets.UTF_16LE)).reason())
                .isEqualTo(Reason.WRONG_ENCODING);
        assertThat(refusal("plan.csv", SampleFiles.utf8(text + "1.1.2,a\0b,c,d\n"))
                        .reason())
                .isEqualTo(Reason.MISLABELLED);
    }

    @Test
    void a_csv_file_with_an_open_quote_or_too_many_rows_is_refused() {
        assertThat(refusal("plan.csv", SampleFiles.utf8("Ref,Action,Lead,When\n1.1.1,\"Seal,Fay\n"))
                        .reason())
                .isEqualTo(Reason.BROKEN);
        assertThat(refusal("plan.csv", SampleFiles.utf8("Ref,Action,Lead,When\n" + "1,a,b,c\n".repeat(20_001)))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"priorities\": 3}",
                "{\"priorities\": [1]}",
                "{\"priorities\": [{\"no\": \"1\", \"title\": \"a\", \"outcomes\": []}]}",
                "{\"priorities\": [{\"no\": 1.5, \"title\": \"a\", \"outcomes\": []}]}",
                "{\"priorities\": [{\"no\": 1e99, \"title\": \"a\", \"outcomes\": []}]}",
                "{\"priorities\": [{\"no\": 1, \"title\": null, \"outcomes\": []}]}"
            })
    void json_of_another_shape_is_refused_and_the_place_named(String json) {
        UnreadablePlan refused = refusal("plan.json", SampleFiles.utf8(json));
        assertThat(refused.reason()).isEqualTo(Reason.WRONG_SHAPE);
        assertThat(refused).hasMessageContaining("priorities");
    }

    @Test
    void json_that_is_none_is_refused_with_its_line() {
        UnreadablePlan refused = refusal("plan.json", SampleFiles.utf8("{\n \"priorities\": [,]\n}"));
        assertThat(refused.reason()).isEqualTo(Reason.BROKEN);
        assertThat(refused).hasMessageContaining("line 2");
        assertThat(refusal("plan.json", SampleFiles.utf8("[1]")).reason()).isEqualTo(Reason.WRONG_SHAPE);
        assertThat(refusal("plan.json", SampleFiles.utf8("{\"a\":".repeat(20_000)))
                        .reason())
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void json_of_millions_of_nothings_is_refused() {
        assertThat(refusal("plan.json", SampleFiles.utf8("{\"priorities\":[" + "[],".repeat(600_000) + "[]]}"))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_cell_as_long_as_a_book_is_refused() {
        String csv = "Ref,Action,Lead,When\n1.1.1," + "a ".repeat(6_000) + ",Fay,2011-05-31\n";
        assertThat(refusal("plan.csv", SampleFiles.utf8(csv)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {",;(", "(joint ", "O 1.", "1.1.1 ", "31 June ", "( and ", "- ", "1 - ", "every each "})
    void words_made_to_keep_a_reader_busy_do_not(String words) {
        String cell = words.repeat(9_900 / words.length());
        String row = "1.1.1,\"x " + cell + "\",\"" + cell + "\",\"" + cell + "\",\"" + cell + "\"\n";
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            try {
                SampleFiles.read("plan.csv", SampleFiles.utf8("Ref,Action,Lead,When,Measure\n" + row.repeat(3)));
            } catch (UnreadablePlan e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
