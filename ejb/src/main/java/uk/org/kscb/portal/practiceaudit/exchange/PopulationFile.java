package uk.org.kscb.portal.practiceaudit.exchange;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.EmptyFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import uk.org.kscb.portal.platform.Refusal;

/** The rows of a CSV or XLSX file as texts; days as 2011-06-15. What the rows mean is {@link PopulationReader}'s. */
final class PopulationFile {
    static final long MOST_BYTES = 5L * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 40;

    private PopulationFile() {}

    static List<List<String>> rows(String name, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal("file", "The file is larger than 5 MB. A list of codes is far smaller.");
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".csv")) {
                return csv(file);
            }
            if (lower.endsWith(".xlsx")) {
                return xlsx(file);
            }
        } catch (IOException | IllegalStateException | EmptyFileException | OpenXML4JRuntimeException unreadable) {
            throw new Refusal(
                    "file", "The file cannot be read as a table. Save it again as CSV or XLSX, without a password.");
        }
        throw new Refusal("file", "Choose a CSV or XLSX file.");
    }

    private static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(in)) {
            for (CSVRecord row : parser) {
                add(rows, row.toList());
            }
        } catch (java.io.UncheckedIOException malformed) {
            throw new IOException(malformed);
        }
        if (!rows.isEmpty() && !rows.getFirst().isEmpty()) {
            List<String> first = new ArrayList<>(rows.getFirst());
            first.set(0, first.getFirst().replace("\ufeff", ""));
            rows.set(0, first);
        }
        return rows;
    }

    private static List<List<String>> xlsx(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        DataFormatter words = new DataFormatter(Locale.UK);
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Sheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getLastCellNum(), MOST_COLUMNS + 1); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : text(cell, words));
                }
                add(rows, cells);
            }
        }
        return rows;
    }

    private static String text(Cell cell, DataFormatter words) {
        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
            return day.toString();
        }
        return words.formatCellValue(cell).strip();
    }

    private static void add(List<List<String>> rows, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (cells.size() > MOST_COLUMNS) {
            throw new Refusal(
                    "file", "The file has more than " + MOST_COLUMNS + " columns. Send codes and groups only.");
        }
        if (rows.size() > MOST_ROWS) {
            throw new Refusal("file", "The file has more than 20,000 rows. Narrow the period or the population.");
        }
        rows.add(cells.stream().map(String::strip).toList());
    }
}
