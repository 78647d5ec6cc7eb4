package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Makes the files that the tests read. All wording is invented. */
final class SampleFiles {

    private SampleFiles() {}

    static PlanReading read(String name, byte[] content) {
        return read(name, content, null);
    }

    static PlanReading read(String name, byte[] content, @Nullable ColumnMapping mapping) {
        try {
            return new PlanReader().read(name, new ByteArrayInputStream(content), mapping);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said to a file that no plan can be read from. */
    static UnreadablePlan refusal(String name, byte[] content) {
        Throwable thrown = catchThrowable(() -> read(name, content));
        assertThat(thrown).isInstanceOf(UnreadablePlan.class);
        assertThat(thrown.getMessage()).endsWith(".").doesNotContain("Exception");
        return (UnreadablePlan) thrown;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A CSV file of these rows. */
    static byte[] csv(List<List<String>> rows) {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : rows) {
            csv.append(String.join(
                            ",",
                            row.stream()
                                    .map(c -> "\"" + c.replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append("\r\n");
        }
        return utf8(csv.toString());
    }

    /** What a Word file is built of: headings, paragraphs, tables. */
    static final class Word {
        private final XWPFDocument document = new XWPFDocument();

        Word heading(String text) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle("Heading2");
            paragraph.createRun().setText(text);
            return this;
        }

        Word paragraph(String text) {
            document.createParagraph().createRun().setText(text);
            return this;
        }

        /** Lines of a cell that begin with "• " become list items. */
        Word table(List<List<String>> rows) {
            XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    fill(table.getRow(r).getCell(c), rows.get(r).get(c));
                }
            }
            return this;
        }

        /** Merges a column's cells downwards in the table that was added last. */
        Word mergeDown(int column, int fromRow, int toRow) {
            XWPFTable table = document.getTables().getLast();
            for (int r = fromRow; r <= toRow; r++) {
                table.getRow(r)
                        .getCell(column)
                        .getCTTc()
                        .addNewTcPr()
                        .addNewVMerge()
                        .setVal(r == fromRow ? STMerge.RESTART : STMerge.CONTINUE);
            }
            return this;
        }

        private static void fill(XWPFTableCell cell, String text) {
            cell.removeParagraph(0);
            for (String line : text.split("\n", -1)) {
                XWPFParagraph paragraph = cell.addParagraph();
                boolean bullet = line.startsWith("• ");
                if (bullet) {
                    paragraph.setStyle("ListBullet");
                }
                paragraph.createRun().setText(bullet ? line.substring(2) : line);
            }
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (document) {
                document.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    /** An Excel workbook of one sheet; objects may be texts, numbers or dates. */
    static final class Excel {
        final XSSFWorkbook workbook = new XSSFWorkbook();
        private XSSFSheet sheet = workbook.createSheet("Plan");

        Excel sheet(String name) {
            sheet = workbook.createSheet(name);
            return this;
        }

        Excel row(Object... values) {
            int number = sheet.getPhysicalNumberOfRows() == 0 ? 0 : sheet.getLastRowNum() + 1;
            var row = sheet.createRow(number);
            for (int c = 0; c < values.length; c++) {
                set(row.createCell(c), values[c]);
            }
            return this;
        }

        Excel merge(String range) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(range));
            return this;
        }

        private void set(XSSFCell cell, Object value) {
            switch (value) {
                case Dated dated -> {
                    CellStyle style = workbook.createCellStyle();
                    style.setDataFormat(workbook.createDataFormat().getFormat(dated.format()));
                    cell.setCellStyle(style);
                    cell.setCellValue(dated.date());
                }
                case Number number -> cell.setCellValue(number.doubleValue());
                case Formula formula -> cell.setCellFormula(formula.text());
                default -> cell.setCellValue(value.toString());
            }
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (workbook) {
                workbook.write(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    /** A cell with an Excel date. */
    record Dated(LocalDate date, String format) {}

    /** A cell with a formula. */
    record Formula(String text) {}

    /** A zip of parts: name, content, name, content. */
    static byte[] zip(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) parts[i]));
                zip.write(parts[i + 1] instanceof byte[] bytes ? bytes : utf8((String) parts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The parts of a zip, changed: name and new content; a null content leaves the part out. */
    static byte[] withPart(byte[] zip, String name, String content) {
        List<Object> parts = new ArrayList<>();
        boolean found = false;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean same = entry.getName().equals(name);
                found |= same;
                parts.add(entry.getName());
                parts.add(same ? utf8(content) : in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found) {
            parts.add(name);
            parts.add(utf8(content));
        }
        return zip(parts.toArray());
    }

    static String part(byte[] zip, String name) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(name);
    }
}
