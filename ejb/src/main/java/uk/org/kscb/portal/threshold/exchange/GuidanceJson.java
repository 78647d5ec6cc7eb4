package uk.org.kscb.portal.threshold.exchange;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.Edition;
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

    /** With line ends, for people, and the number of the edition it was taken from. */
    public static String writeReadable(Edition edition) {
        return READABLE.toJson(edition.text())
                .replaceFirst("\\{", "{\n    \"takenFrom\": " + edition.head().number() + ",");
    }

    /** Where a file says from which edition it was taken. */
    public record Origin(@Nullable Integer takenFrom) {}

    public static Optional<Integer> takenFrom(String json) {
        try {
            Origin origin = JSON.fromJson(json, Origin.class);
            return Optional.ofNullable(origin == null ? null : origin.takenFrom());
        } catch (JsonbException | ClassCastException | IllegalStateException | NumberFormatException unreadable) {
            return Optional.empty(); // reading it says what is wrong
        }
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
