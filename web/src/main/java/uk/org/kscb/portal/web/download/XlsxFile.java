package uk.org.kscb.portal.web.download;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A table as an Excel workbook: headings that stay, real days, text that is never a formula. */
final class XlsxFile {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows held in memory; the others wait in a temporary file. */
    private static final int WINDOW = 200;

    private static final int CHARACTER = 256;
    private static final int WIDE = 60;
    private static final int NARROW = 16;

    private XlsxFile() {}

    static void write(Table table, OutputStream to) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
            Styles styles = new Styles(book);
            Sheet sheet = book.createSheet(table.name());
            sheet.createFreezePane(0, 1);
            Row head = sheet.createRow(0);
            for (int i = 0; i < table.headings().size(); i++) {
                text(head.createCell(i), table.headings().get(i), styles.heading);
                sheet.setColumnWidth(i, (i == 1 ? WIDE : NARROW) * CHARACTER);
            }
            int at = 1;
            for (Iterator<List<Object>> rows = table.rows().iterator(); rows.hasNext(); ) {
                fill(sheet.createRow(at++), rows.next(), styles);
            }
            text(sheet.createRow(at + 1).createCell(0), table.mark(), styles.plain);
            book.write(to);
        }
    }

    private static void fill(Row row, List<Object> cells, Styles styles) {
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = row.createCell(i);
            switch (cells.get(i)) {
                case LocalDate day -> {
                    cell.setCellValue(day);
                    cell.setCellStyle(styles.day);
                }
                case Number number -> cell.setCellValue(number.doubleValue());
                case Object other -> text(cell, other.toString(), styles.wrapped);
            }
        }
    }

    private static void text(Cell cell, String text, CellStyle style) {
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    /** A workbook holds few styles: each is made once. Text carries the mark "not a formula" into the next program. */
    private static final class Styles {
        final CellStyle heading;
        final CellStyle wrapped;
        final CellStyle plain;
        final CellStyle day;

        Styles(SXSSFWorkbook book) {
            Font bold = book.createFont();
            bold.setBold(true);
            heading = book.createCellStyle();
            heading.setFont(bold);
            plain = book.createCellStyle();
            plain.setQuotePrefixed(true);
            wrapped = book.createCellStyle();
            wrapped.setQuotePrefixed(true);
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("d mmm yyyy"));
            day.setVerticalAlignment(VerticalAlignment.TOP);
        }
    }
}
