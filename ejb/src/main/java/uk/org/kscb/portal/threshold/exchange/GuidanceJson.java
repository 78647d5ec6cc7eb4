package uk.org.kscb.portal.threshold.exchange;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyOrderStrategy;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.GuidanceText;

/** The wording of an edition as JSON: in the database, and as a file to take away and bring back. */
public final class GuidanceJson {
    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));
    private static final Jsonb READABLE = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

    private GuidanceJson() {}

    public static String write(GuidanceText text) {
        return JSON.toJson(text);
    }

    /** With line ends, for people. */
    public static String writeReadable(GuidanceText text) {
        return READABLE.toJson(text);
    }

    /** @throws Refusal when it is not the portal's own shape */
    public static GuidanceText read(String json) {
        try {
            GuidanceText text = JSON.fromJson(json, GuidanceText.class);
            if (text == null) {
                throw new Refusal("file", "The file is empty.");
            }
            return text;
        } catch (JsonbException | ClassCastException | IllegalStateException | NumberFormatException unreadable) {
            throw new Refusal(
                    "file", "This is not guidance in the portal’s own JSON. Export an edition to see the shape.");
        }
    }
}
