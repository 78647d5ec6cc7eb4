package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The invented people who can sign in to a portal with sample data, as a table to read. */
final class SamplePeople {
    private SamplePeople() {}

    static String table(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(csv, java.nio.charset.StandardCharsets.UTF_8, CSVFormat.DEFAULT)) {
            parser.forEach(row -> rows.add(row.toList()));
        }
        return aligned(rows);
    }

    private static String aligned(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                int width = width(rows, column);
                table.append(column == 0 ? "  " : "   ").append(String.format("%-" + width + "s", row.get(column)));
            }
            table.append(System.lineSeparator());
        }
        return table.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> Math.max(1, row.get(column).length()))
                .max()
                .orElse(1);
    }
}
