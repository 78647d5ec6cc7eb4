package uk.org.kscb.portal.plan.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** Tells a file's format by its content. The name only serves to catch a file that is labelled wrongly. */
final class FileSniffer {

    private static final Map<String, PlanFormat> BY_EXTENSION =
            Map.of("docx", PlanFormat.WORD, "xlsx", PlanFormat.EXCEL, "csv", PlanFormat.CSV, "json", PlanFormat.JSON);
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("application/pdf", "a PDF"),
            Map.entry("application/rtf", "a Rich Text file"),
            Map.entry("text/rtf", "a Rich Text file"),
            Map.entry("text/html", "a web page"),
            Map.entry("application/xhtml+xml", "a web page"),
            Map.entry("application/xml", "an XML file"),
            Map.entry("text/xml", "an XML file"),
            Map.entry("image/png", "a picture"),
            Map.entry("image/jpeg", "a picture"),
            Map.entry("image/gif", "a picture"),
            Map.entry("message/rfc822", "an e-mail"));
    private static final String WANTED =
            "Send the plan as a Word document (.docx), an Excel workbook (.xlsx), a CSV file or the portal's own JSON.";

    private FileSniffer() {}

    static PlanFormat sniff(String fileName, byte[] content) {
        PlanFormat format = byContent(fileName, content);
        PlanFormat labelled = BY_EXTENSION.get(extension(fileName));
        if (labelled != null && labelled != format) {
            throw new UnreadablePlan(
                    Reason.MISLABELLED,
                    "The file's name ends in ." + labelled.extension() + " but it is " + format.wording()
                            + ". Rename it to end in ." + format.extension() + ", or send the file that you meant.");
        }
        return format;
    }

    private static PlanFormat byContent(String fileName, byte[] content) {
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return OfficePackage.check(content);
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw OldOffice.refusal(content);
        }
        String type = new Tika().detect(content);
        String other = OTHERS.get(type);
        if (other == null && (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/"))) {
            other = "a picture, sound or film";
        }
        if (other != null) {
            throw notAPlan(fileName, other);
        }
        return text(fileName, content);
    }

    private static PlanFormat text(String fileName, byte[] content) {
        if (startsWith(content, 0xFF, 0xFE) || startsWith(content, 0xFE, 0xFF)) {
            throw wrongEncoding();
        }
        for (byte b : content) {
            if (b == 0) {
                // letters of two bytes each have a zero in every other place; anything else is no text
                throw alternatingZeros(content)
                        ? wrongEncoding()
                        : notAPlan(fileName, "not a text file, nor any other that the portal knows");
            }
        }
        String start = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip();
        if (start.isEmpty()) {
            throw new UnreadablePlan(Reason.EMPTY, "The file is empty. " + WANTED);
        }
        if (start.startsWith("<")) {
            throw notAPlan(fileName, start.toLowerCase(Locale.ROOT).contains("<html") ? "a web page" : "an XML file");
        }
        boolean json = start.startsWith("{")
                || (start.startsWith("[") && extension(fileName).equals("json"));
        return json ? PlanFormat.JSON : PlanFormat.CSV;
    }

    private static boolean alternatingZeros(byte[] content) {
        int zeros = 0;
        int looked = Math.min(content.length, 1000);
        for (int i = 0; i < looked; i++) {
            zeros += content[i] == 0 ? 1 : 0;
        }
        return zeros > looked / 3;
    }

    private static UnreadablePlan wrongEncoding() {
        return new UnreadablePlan(
                Reason.WRONG_ENCODING,
                "The file's letters can't be read: it is not in UTF-8. In Excel, choose Save As, then"
                        + " \"CSV UTF-8 (Comma delimited)\".");
    }

    private static UnreadablePlan notAPlan(String fileName, String what) {
        PlanFormat labelled = BY_EXTENSION.get(extension(fileName));
        return labelled == null
                ? new UnreadablePlan(Reason.UNSUPPORTED, "The file is " + what + ". " + WANTED)
                : new UnreadablePlan(
                        Reason.MISLABELLED,
                        "The file's name ends in ." + labelled.extension() + " but it is " + what + ". " + WANTED);
    }

    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
