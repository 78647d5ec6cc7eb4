package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads in the server's log whether the portal was deployed, and if not, why. */
record ServerLog(Path file) {
    private static final Pattern FAILED = Pattern.compile("Boot Command deploy (failed|returned with result FAILURE)");
    /** The innermost cause where there is a stack, or else what the server says of it. */
    private static final List<Pattern> CAUSES = List.of(
            Pattern.compile("Caused by: ([^\\n]+)"),
            Pattern.compile("Exception while loading the app : ([^\\n]+)"),
            Pattern.compile("PlainTextActionReporterFAILURE([^\\n]+)"));

    /** The reason, where the deployment has failed. */
    Optional<String> deploymentFailure() throws IOException {
        String text = text();
        if (!FAILED.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(CAUSES.stream()
                .flatMap(pattern -> last(pattern, text).stream())
                .findFirst()
                .orElse("no reason was found"));
    }

    private static Optional<String> last(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1).strip())
                .reduce((first, second) -> second);
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
