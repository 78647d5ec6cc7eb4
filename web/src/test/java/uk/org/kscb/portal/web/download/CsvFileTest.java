package uk.org.kscb.portal.web.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44 1622", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
    void a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe(String dangerous) {
        assertThat(CsvFile.harmless(dangerous)).isEqualTo("'" + dangerous);
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(CsvFile.harmless("Launch 2.4.8 = later")).isEqualTo("Launch 2.4.8 = later");
        assertThat(CsvFile.harmless("")).isEmpty();
    }

    @Test
    void commas_quotes_and_line_ends_are_quoted() {
        assertThat(CsvFile.line(List.of("a, b", "say \"no\"", "two\nlines", "plain")))
                .isEqualTo("\"a, b\",\"say \"\"no\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void numbers_and_days_are_no_formulas() {
        assertThat(CsvFile.line(List.of(-3L, LocalDate.of(2011, 6, 15)))).isEqualTo("-3,2011-06-15\r\n");
    }

    @Test
    void a_file_starts_with_the_mark_for_excel_and_ends_with_who_took_it() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvFile.write(
                new Table(
                        "Actions", List.of("Ref", "Action"), Stream.of(List.of("2.2.4", "Explore")), "Taken by A, B."),
                file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffRef,Action\r\n2.2.4,Explore\r\n\"Taken by A, B.\"\r\n");
    }
}
