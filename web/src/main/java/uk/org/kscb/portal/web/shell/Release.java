package uk.org.kscb.portal.web.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which release this is, as the build wrote it. */
final class Release {
    static final String VERSION = read();

    private Release() {}

    private static String read() {
        Properties release = new Properties();
        try (InputStream file = Release.class.getResourceAsStream("release.properties")) {
            if (file != null) {
                release.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release.getProperty("version", "unknown");
    }
}
