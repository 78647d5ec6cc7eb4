package uk.org.kscb.portal.ear.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.kscb.portal.ear.support.TestPortal;

/** Things of the referral and vignette rooms that a page needs to have something to show. */
final class Referrals {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Referrals() {}

    private static final String RECEIPT =
            "{\"key\":\"journey-0123456789\",\"post\":\"teacher\",\"level\":4,\"significantHarm\":true,"
                    + "\"consent\":\"unsafe-to-ask\"}";

    /** The teacher's receipt; the same one each time. */
    static String receipt() {
        return found("teacher", "/referral-receipts", RECEIPT, "reference");
    }

    /** The portal's day: that of a receipt which was just taken. */
    private static String today() {
        return Instant.parse(found("teacher", "/referral-receipts", RECEIPT, "received"))
                .atZone(ZoneId.of("Europe/London"))
                .toLocalDate()
                .toString();
    }

    /** An exercise that is closed, so that all its pages can be seen. */
    static String exercise() {
        String today = today();
        String id = found(
                "kscb",
                "/vignette-exercises",
                "{\"title\":\"Journey\",\"opens\":\"" + today + "\",\"closes\":\"" + today
                        + "\",\"startingCases\":true}",
                "id");
        call("visitor", "/vignette-exercises/" + id + "/answers/W1", "POST", "{\"level\":2,\"why\":\"Asks for help\"}");
        call("teacher", "/vignette-exercises/" + id + "/answers/W1", "POST", "{\"level\":3,\"why\":\"Often late\"}");
        call("kscb", "/vignette-exercises/" + id + "/close", "POST", "");
        return id;
    }

    private static String found(String person, String path, String body, String member) {
        String answer = call(person, path, "POST", body);
        Matcher value = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(answer);
        if (!value.find()) {
            throw new AssertionError(path + " answered " + answer);
        }
        return value.group(1);
    }

    static String call(String person, String path, String method, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestPortal.url("/api/v1" + path)))
                .header("Authorization", "Bearer sample-token-" + person)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
