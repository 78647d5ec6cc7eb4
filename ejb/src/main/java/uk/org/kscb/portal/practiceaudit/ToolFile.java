package uk.org.kscb.portal.practiceaudit;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import uk.org.kscb.portal.practiceaudit.exchange.ToolJson;
import uk.org.kscb.portal.practiceaudit.exchange.ToolSheet;

/** A version of a tool on its way into a file. */
public record ToolFile(ToolDocument document, int version) {

    /** Without its ending: quality-and-threshold-of-referrals-v2. */
    public String name() {
        return document.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-v" + version;
    }

    public JsonObject json() {
        return ToolJson.write(document);
    }

    public void writeSheet(OutputStream to) throws IOException {
        ToolSheet.write(document, to);
    }
}
