package uk.org.kscb.portal.plan.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** An Excel workbook as tables, sheet by sheet, read as a stream so that a wide sheet takes no memory. */
final class ExcelSource {

    private ExcelSource() {}

    static List<SourceBlock> read(byte[] content)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        List<SourceBlock> blocks = new ArrayList<>();
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(workbook);
            CellFormats formats = new CellFormats(
                    new ReadOnlySharedStringsTable(workbook, false), reader.getStylesTable(), uses1904(reader));
            TextBudget budget = new TextBudget();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream xml = sheets.next()) {
                    SheetRows sheet = new SheetRows("sheet " + sheets.getSheetName(), formats, budget);
                    sheet.read(xml);
                    blocks.add(checked(sheet));
                }
            }
        }
        return blocks;
    }

    /** A formula's stored result may be stale: only in sheets that hold no part of the plan does it not matter. */
    private static SourceBlock.Table checked(SheetRows sheet) {
        SourceBlock.Table table = sheet.table();
        String formula = sheet.firstFormula();
        if (formula != null && (HeadingGuess.find(table).isPresent() || table.width() > 2)) {
            throw new UnreadablePlan(
                    Reason.FORMULA,
                    "Cell " + formula + " in " + table.name() + " holds a formula. Put its result there instead"
                            + " (copy, then Paste Special, Values), and save the workbook again.");
        }
        return table;
    }

    private static boolean uses1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream xml = reader.getWorkbookData()) {
            String head = new String(xml.readNBytes(20_000), java.nio.charset.StandardCharsets.UTF_8);
            return head.matches("(?s).*date1904=\"(?:1|true)\".*");
        }
    }
}
