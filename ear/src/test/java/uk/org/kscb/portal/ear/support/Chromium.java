package uk.org.kscb.portal.ear.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the browser is: named by {@code CHROMIUM}, or one of the usual names on the path. */
final class Chromium {
    static final String MISSING = "The browser tests were skipped: no Chromium was found. Install one"
            + " (apt-get install chromium), or name it: CHROMIUM=/path/to/chrome";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static boolean said;

    private Chromium() {}

    static Optional<Path> find() {
        Optional<Path> found = find(System.getenv());
        if (found.isEmpty() && !said) {
            said = true;
            System.out.println(MISSING);
        }
        return found;
    }

    static Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault("CHROMIUM", "");
        if (!named.isBlank()) {
            return Optional.of(Path.of(named)); // if it is not there, the test fails and names it: that was asked for
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
