package uk.org.kscb.portal.plan.exchange;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Turns what a sheet stores into what a person sees: dates in words, numbers as formatted. */
record CellFormats(ReadOnlySharedStringsTable strings, StylesTable styles, boolean uses1904) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    String shared(String index) {
        return strings.getItemAt(Integer.parseInt(index)).getString();
    }

    /** A date that shows no day ("May 2011") is read without one: the stored first of the month was never written. */
    String number(String stored, int styleIndex) {
        double value = Double.parseDouble(stored);
        XSSFCellStyle style =
                styleIndex < styles.getNumCellStyles() ? styles.getStyleAt(Math.max(0, styleIndex)) : null;
        int formatIndex = style == null ? 0 : style.getDataFormat();
        String format = style == null ? "General" : style.getDataFormatString();
        if (format == null) {
            format = BuiltinFormats.getBuiltinFormat(formatIndex);
        }
        if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime date = DateUtil.getLocalDateTime(value, uses1904);
            String shown = format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.", "");
            return date.format(shown.contains("d") || !shown.contains("y") ? DAY : MONTH);
        }
        return new DataFormatter(Locale.UK).formatRawCellContents(value, formatIndex, format, uses1904);
    }
}
