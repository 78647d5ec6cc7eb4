package uk.org.kscb.portal.web.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxFileTest {

    @Test
    void text_that_looks_like_a_formula_stays_text_and_days_stay_days() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Object> row = List.of("=HYPERLINK(\"http://x\")", LocalDate.of(2011, 6, 15), 3L);
        XlsxFile.write(new Table("Actions", List.of("Ref", "Due", "Days"), Stream.of(row), "Taken by A."), file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            XSSFSheet sheet = book.getSheet("Actions");
            assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(1).getCell(1).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2011, 6, 15));
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(3);
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("Taken by A.");
        }
    }
}
