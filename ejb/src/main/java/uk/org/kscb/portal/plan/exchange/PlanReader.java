package uk.org.kscb.portal.plan.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * Reads a plan from a file of any of the formats. Either gives a plan or says in plain words, by
 * {@link UnreadablePlan}, why there is none: no file makes it fail in any other way. Holds nothing between files, so one
 * reader may serve everybody.
 */
public final class PlanReader {

    /** The most that a file may have: 20 MB. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_BYTES);
        // a plan's repeated headings pack well; what a file may grow to is bounded by OfficePackage
        ZipSecureFile.setMinInflateRatio(0.001);
    }

    public PlanReading read(String fileName, Path file, @Nullable ColumnMapping mapping) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return read(fileName, content, mapping);
        }
    }

    /**
     * @param mapping which column holds what, where the sender has corrected the guess; null to guess
     * @throws UnreadablePlan where no plan can be read
     * @throws IOException where the stream itself fails
     */
    public PlanReading read(String fileName, InputStream content, @Nullable ColumnMapping mapping) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0) {
            throw new UnreadablePlan(Reason.EMPTY, "The file is empty. Check that you chose the right one.");
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnreadablePlan(
                    Reason.TOO_LARGE,
                    "The file is larger than 20 MB. A plan is much smaller: take out pictures, or send only the part"
                            + " with the plan's tables.");
        }
        try {
            return read(fileName, bytes, mapping);
        } catch (UnreadablePlan e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            // whatever a parser stumbles over, the sender is told the same
            throw new UnreadablePlan(
                    Reason.BROKEN,
                    "The file is damaged or is not written as its kind should be. Open it on your computer, save it"
                            + " again and send the new copy.",
                    e);
        }
    }

    private static PlanReading read(String fileName, byte[] bytes, @Nullable ColumnMapping mapping)
            throws IOException, OpenXML4JException, SAXException, XMLStreamException {
        PlanFormat format = FileSniffer.sniff(fileName, bytes);
        List<SourceBlock> blocks = switch (format) {
            case WORD -> WordSource.read(bytes);
            case EXCEL -> ExcelSource.read(bytes);
            case CSV -> CsvSource.read(bytes);
            case JSON -> List.of();
        };
        if (format == PlanFormat.JSON) {
            return JsonSource.read(CsvSource.decode(bytes));
        }
        return PlanAssembler.assemble(format, blocks, mapping);
    }
}
