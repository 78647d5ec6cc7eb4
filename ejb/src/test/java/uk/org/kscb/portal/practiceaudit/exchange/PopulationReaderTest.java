package uk.org.kscb.portal.practiceaudit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.exchange.PopulationReader.Column;
import uk.org.kscb.portal.practiceaudit.exchange.PopulationReader.Line;
import uk.org.kscb.portal.practiceaudit.model.SampleSpread;

/** Codes and groups come in; whatever could point to a child stops the file, and is not repeated in the answer. */
class PopulationReaderTest {
    @TempDir
    private Path folder;

    @Test
    void codes_and_groups_are_read() throws IOException {
        List<Line> lines = read("code,outcome,referring agency,district,age band,sex,referral date\r\n"
                + "P0001,No further action,POLICE,Swale,Under 1,Female,2011-04-15\r\n"
                + "P0002,Initial assessment,HEALTH,Thanet,5 to 9,Male,15/4/2011\r\n");
        assertThat(lines).extracting(Line::code).containsExactly("P0001", "P0002");
        assertThat(lines).extracting(Line::stratum).containsExactly("No further action", "Initial assessment");
        assertThat(lines).extracting(Line::referredOn).containsOnly(LocalDate.of(2011, 4, 15));
        assertThat(lines.getFirst().groups()).containsEntry(Column.AGENCY, "POLICE");
    }

    @Test
    void what_tells_how_a_sample_is_spread_is_read_and_nothing_else_than_yes_or_no() throws IOException {
        List<Line> lines = read("code,disabled,in care,family\r\nP1,Yes,no,F-12\r\nP2,,not known,\r\n");
        assertThat(lines)
                .extracting(Line::spread)
                .containsExactly(new SampleSpread.Trait(true, false, "F-12"), SampleSpread.Trait.NONE);
        assertThatThrownBy(() -> read("code,disabled\r\nP1,Cerebral palsy\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("write yes or no")
                .hasMessageNotContaining("palsy");
    }

    @Test
    void a_spreadsheet_is_read_as_the_same_table() throws IOException {
        Path file = folder.resolve("codes.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream to = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Code");
            sheet.getRow(0).createCell(1).setCellValue("Stratum");
            sheet.createRow(1).createCell(0).setCellValue(17);
            sheet.getRow(1).createCell(1).setCellValue("East");
            book.write(to);
        }
        assertThat(PopulationReader.read("codes.xlsx", file))
                .extracting(Line::code, Line::stratum)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("17", "East"));
    }

    @ParameterizedTest
    @CsvSource({
        "Name, names",
        "Child's name, names",
        "Surname, names",
        "first_name, names",
        "DOB, dates of birth",
        "Date of birth, dates of birth",
        "dateOfBirth, dates of birth",
        "NHS number, NHS numbers",
        "UPN, unique pupil numbers",
        "Unique Pupil Number, unique pupil numbers",
        "Postcode, postcodes",
        "Post code, postcodes",
        "ICS id, case record numbers",
        "Address, addresses",
        "School, schools",
        "Social worker, people",
        "Mobile, contact details",
    })
    void a_column_that_would_identify_a_child_stops_the_file(String heading, String what) {
        assertThatThrownBy(() -> read("code,\"" + heading + "\"\r\nP1,x\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“" + heading + "”")
                .hasMessageContaining(what)
                .hasMessageContaining("nothing of it was kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "comments", "notes"})
    void a_column_that_is_not_known_stops_it_too(String heading) {
        assertThatThrownBy(() -> read("code," + heading + "\r\nP1,x\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not take the column");
    }

    @ParameterizedTest
    @CsvSource({
        "943 476 5919, an NHS number",
        "9434765919, an NHS number",
        "ME10 4AB, a postcode",
        "CT11AA, a postcode",
        "12/03/2004, a date of birth",
        "2004-03-12, a date of birth",
        "12 March 2004, a date of birth",
        "A123456789012, a unique pupil number",
        "07700 900123, a telephone number",
        "somebody@example.org, an e-mail address",
    })
    void a_cell_that_looks_like_an_identifier_stops_it_without_being_repeated(String cell, String what) {
        assertThatThrownBy(() -> read("code,stratum\r\nP1,East\r\nP2," + cell + "\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Row 3, column “stratum”, looks like " + what)
                .hasMessageNotContaining(cell);
    }

    @Test
    void ten_digits_that_check_nothing_are_no_nhs_number() {
        assertThat(Identifiers.isNhsNumber("9434765918")).isFalse();
        assertThat(Identifiers.isNhsNumber("9434765919")).isTrue();
    }

    @Test
    void an_nhs_number_as_code_is_refused_too() {
        assertThatThrownBy(() -> read("code\r\n9434765919\r\n")).hasMessageContaining("an NHS number");
    }

    @Test
    void a_name_is_no_code() {
        assertThatThrownBy(() -> read("code\r\nSam Example\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 2")
                .hasMessageNotContaining("Sam");
    }

    @Test
    void a_column_with_a_value_for_each_row_is_no_group() {
        StringBuilder file = new StringBuilder("code,district\r\n");
        IntStream.range(0, 60)
                .forEach(i -> file.append("P")
                        .append(i)
                        .append(",Sam Example ")
                        .append(i)
                        .append("\r\n"));
        assertThatThrownBy(() -> read(file.toString())).hasMessageContaining("60 different values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "code\r\n", "stratum\r\nEast\r\n", "code\r\nP1\r\nP1\r\n", "code\r\nP1,extra\r\n", "\"code"})
    void what_is_no_list_of_codes_is_refused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("codes.xlsx"), "not a spreadsheet");
        assertThatThrownBy(() -> PopulationReader.read("codes.xlsx", file)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PopulationReader.read("codes.pdf", file)).isInstanceOf(Refusal.class);
    }

    private List<Line> read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("codes.csv"), content, StandardCharsets.UTF_8);
        return PopulationReader.read("codes.csv", file);
    }
}
