package uk.org.kscb.portal.plan.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** A CSV file as rows. UTF-8 only: guessing another encoding would change words without a sign. */
final class CsvSource {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;

    private CsvSource() {}

    static List<SourceBlock> read(byte[] content) {
        String text = decode(content);
        List<SourceBlock.Row> rows = new ArrayList<>();
        TextBudget budget = new TextBudget();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                rows.add(row(line, rows.size() + 1, budget));
                if (rows.size() > MOST_ROWS) {
                    throw new UnreadablePlan(
                            Reason.TOO_LARGE, "The file has more than " + MOST_ROWS + " rows. A plan has hundreds.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(new SourceBlock.Table("the file", rows));
    }

    static String decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadablePlan(
                    Reason.WRONG_ENCODING,
                    "The file's letters can't be read: it is not in UTF-8. In Excel, choose Save As, then"
                            + " \"CSV UTF-8 (Comma delimited)\".",
                    e);
        }
    }

    /** The sign that the first line has most of; a comma where it has none. */
    private static String delimiter(String text) {
        String head = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        String most = ",";
        for (String sign : List.of(";", "\t")) {
            most = count(head, sign) > count(head, most) ? sign : most;
        }
        return most;
    }

    private static long count(String line, String sign) {
        return line.chars().filter(c -> c == sign.charAt(0)).count();
    }

    private static SourceBlock.Row row(CSVRecord line, int number, TextBudget budget) {
        if (line.size() > MOST_COLUMNS) {
            throw new UnreadablePlan(
                    Reason.TOO_LARGE,
                    "Row " + number + " has more than " + MOST_COLUMNS + " columns. A plan has a few.");
        }
        List<SourceBlock.Cell> cells = new ArrayList<>();
        for (String value : line) {
            if (value.strip().startsWith("=") && value.strip().length() > 1) {
                throw new UnreadablePlan(
                        Reason.FORMULA,
                        "Row " + number + ", column " + (cells.size() + 1) + " holds a formula. Put its result there"
                                + " instead (copy, then Paste Special, Values), and save the file again.");
            }
            cells.add(budget.cell(value, "row " + number));
        }
        return new SourceBlock.Row("row " + number, cells);
    }
}
