package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The starting plan with one action worded anew and ending on a day that does not exist. */
final class AlteredPlan {
    static final String REWORDED = "5.5.1";
    static final String BEFORE = "Complete a training needs analysis based on inspection findings";
    static final String AFTER = "Ask every team what training the inspection showed it to need";
    static final String IMPOSSIBLE = "28 Feb - 31 June 2011";

    private AlteredPlan() {}

    static FilePayload file(String name) {
        String start = start();
        int action = start.indexOf(BEFORE);
        String plan = start.substring(0, action)
                + start.substring(action)
                        .replaceFirst(Pattern.quote(BEFORE), AFTER)
                        .replaceFirst(Pattern.quote("28 Feb - 31 July 2011"), IMPOSSIBLE);
        return new FilePayload(name, "application/json", plan.getBytes(StandardCharsets.UTF_8));
    }

    private static String start() {
        try {
            return Files.readString(Path.of(System.getProperty("portal.root"), "config", "sample-data", "plan.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
