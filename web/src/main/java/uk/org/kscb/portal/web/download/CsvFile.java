package uk.org.kscb.portal.web.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** A table as CSV: UTF-8 with the mark that Excel wants, days as 2011-06-15, no cell that a spreadsheet would run. */
final class CsvFile {
    static final String TYPE = "text/csv;charset=UTF-8";

    /** What a spreadsheet takes for the start of a formula; with tab and line ends, which some skip first. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvFile() {}

    static void write(Table table, OutputStream to) throws IOException {
        Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        writer.write(line(table.headings()));
        for (Iterator<List<Object>> rows = table.rows().iterator(); rows.hasNext(); ) {
            writer.write(line(rows.next()));
        }
        writer.write(line(List.of(table.mark())));
        writer.flush();
    }

    static String line(List<?> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        String text = value instanceof String s ? harmless(s) : value.toString();
        return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** With an apostrophe in front of what would be run as a formula. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
