package uk.org.kscb.portal.plan.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/**
 * Looks through the parts of a zipped Office file before any parser sees it: how large it is unpacked, whether it
 * carries macros, whether its XML asks for anything from outside.
 */
final class OfficePackage {

    private static final long MOST_UNPACKED = 64L << 20;
    private static final int MOST_XML_PART = 16 << 20;
    private static final int MOST_PARTS = 2_000;
    private static final int END_LENGTH = 22;
    private static final String WORD_MAIN = "wordprocessingml.document.main+xml";
    private static final String EXCEL_MAIN = "spreadsheetml.sheet.main+xml";

    private final byte[] buffer = new byte[8192];
    private long unpacked;
    private int parts;
    private String contentTypes = "";
    private boolean openDocument;

    private OfficePackage() {}

    static PlanFormat check(byte[] content) {
        OfficePackage office = new OfficePackage();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                office.look(part.getName(), zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw cutOff(e);
        }
        if (office.parts != listedParts(content)) {
            throw cutOff(null);
        }
        return office.format();
    }

    /** A zip ends in a list of its parts; a file that was cut off has lost it. Gives -1 where there is none. */
    private static int listedParts(byte[] content) {
        for (int i = content.length - END_LENGTH; i >= Math.max(0, content.length - END_LENGTH - 0xFFFF); i--) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 5 && content[i + 3] == 6) {
                return (content[i + 10] & 0xFF) | (content[i + 11] & 0xFF) << 8;
            }
        }
        return -1;
    }

    private static UnreadablePlan cutOff(@Nullable Exception cause) {
        return new UnreadablePlan(
                Reason.BROKEN,
                "The file is damaged or cut off. Open it on your computer, save it again and send the new copy.",
                cause);
    }

    private void look(String name, ZipInputStream zip) throws IOException {
        String part = name.toLowerCase(Locale.ROOT);
        if (++parts > MOST_PARTS) {
            throw bomb();
        }
        if (part.contains("vbaproject") || part.endsWith("vbadata.xml")) {
            throw macros();
        }
        openDocument |= part.equals("mimetype");
        if (part.endsWith(".xml") || part.endsWith(".rels") || part.endsWith(".vml")) {
            String xml = decode(unpack(zip));
            if (xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY")) {
                throw new UnreadablePlan(
                        Reason.UNSAFE_XML,
                        "The file holds instructions to fetch other files, which an Office document never needs, so it"
                                + " was not read. Copy the plan into a new document and send that.");
            }
            contentTypes = part.equals("[content_types].xml") ? xml : contentTypes;
        } else {
            skip(zip);
        }
    }

    private byte[] unpack(ZipInputStream zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            count(read);
            out.write(buffer, 0, read);
            if (out.size() > MOST_XML_PART) {
                throw bomb();
            }
        }
        return out.toByteArray();
    }

    private void skip(ZipInputStream zip) throws IOException {
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            count(read);
        }
    }

    private void count(int read) {
        unpacked += read;
        if (unpacked > MOST_UNPACKED) {
            throw bomb();
        }
    }

    private static String decode(byte[] xml) {
        boolean wide = xml.length > 1 && (xml[0] == 0 || xml[1] == 0 || (xml[0] & 0xFE) == 0xFE);
        if (!wide) {
            return new String(xml, StandardCharsets.ISO_8859_1);
        }
        // whatever the byte order, the ASCII signs that matter here remain when the zeros are left out
        return new String(xml, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private PlanFormat format() {
        if (contentTypes.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw macros();
        }
        if (contentTypes.contains(WORD_MAIN)) {
            return PlanFormat.WORD;
        }
        if (contentTypes.contains(EXCEL_MAIN)) {
            return PlanFormat.EXCEL;
        }
        String what = openDocument
                ? "The file is an OpenDocument file."
                : contentTypes.isEmpty()
                        ? "The file is a zip archive."
                        : "The file is an Office file, but neither a Word document nor an Excel workbook.";
        throw new UnreadablePlan(
                openDocument || !contentTypes.isEmpty() ? Reason.UNSUPPORTED : Reason.MISLABELLED,
                what + " Send the plan as a Word document (.docx), an Excel workbook (.xlsx) or a CSV file.");
    }

    private static UnreadablePlan macros() {
        return new UnreadablePlan(
                Reason.MACROS,
                "The file carries macros, which the portal does not accept. Save it as a plain Word document (.docx) or"
                        + " Excel workbook (.xlsx) and send that.");
    }

    private static UnreadablePlan bomb() {
        return new UnreadablePlan(
                Reason.TOO_LARGE_UNPACKED,
                "The file grows far too large when it is unpacked, so it was not read. Copy the plan into a new"
                        + " document and send that.");
    }
}
