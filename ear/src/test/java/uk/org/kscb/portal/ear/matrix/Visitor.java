package uk.org.kscb.portal.ear.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.org.kscb.portal.ear.support.TestPortal;

/** Somebody with a browser: one cookie, no script. People sign in once a run. */
final class Visitor {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final Map<Person, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

    /** Where a browser says that a form of the portal's own pages came from. */
    static final Map<String, String> OWN_PAGE = Map.of("Sec-Fetch-Site", "same-origin");

    private volatile String cookie = "";

    private Visitor() {}

    static Visitor stranger() {
        return new Visitor();
    }

    static Visitor signedIn(Person person) {
        return SIGNED_IN.computeIfAbsent(person, Visitor::justSignedIn);
    }

    /** A session of its own, for tests that end it or change it. */
    static Visitor justSignedIn(Person person) {
        Visitor visitor = new Visitor();
        Answer answer = visitor.signIn(person.userName(), person.password());
        if (answer.status() != 302) {
            throw new AssertionError(person + " could not sign in: " + answer);
        }
        return visitor;
    }

    Answer signIn(String userName, String password) {
        Form form = Form.of(get("/sign-in"), "signIn");
        return post("/sign-in", form.pressing("go", Map.of("userName", userName, "password", password)));
    }

    Answer get(String path) {
        return get(path, Map.of());
    }

    Answer get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, Map<String, String> fields) {
        return post(path, fields, OWN_PAGE);
    }

    Answer post(String path, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer with(String method, String path) {
        return send(
                request(path, OWN_PAGE).method(method, BodyPublishers.noBody()).build());
    }

    String cookie() {
        return cookie;
    }

    void cookie(String planted) {
        cookie = planted;
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(TestPortal.url(path))).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        Answer answer = exchange(request);
        answer.headers("Set-Cookie").forEach(set -> cookie = set.replaceAll(";.*", ""));
        return answer;
    }

    static Answer exchange(HttpRequest request) {
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
