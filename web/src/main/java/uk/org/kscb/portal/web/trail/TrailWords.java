package uk.org.kscb.portal.web.trail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import uk.org.kscb.portal.platform.security.Permission;

/** What the trail's short names mean. */
public final class TrailWords {
    private static final Properties WORDS = read();
    private static final String READING = "read.";

    private TrailWords() {}

    /** The short name itself where nobody has found words yet, so that nothing is ever hidden. */
    public static String of(String what) {
        return what.startsWith(READING) ? reading(what) : WORDS.getProperty(what, what);
    }

    static boolean known(String what) {
        return WORDS.containsKey(what);
    }

    /** A refused reading is told by the permission that was missing. */
    private static String reading(String what) {
        try {
            String words = Permission.valueOf(what.substring(READING.length()).toUpperCase(Locale.ROOT))
                    .words();
            return "Asked to " + words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
        } catch (IllegalArgumentException unknown) {
            return what;
        }
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                TrailWords.class.getResourceAsStream("words.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
