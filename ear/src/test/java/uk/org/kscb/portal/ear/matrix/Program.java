package uk.org.kscb.portal.ear.matrix;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.org.kscb.portal.ear.support.TestPortal;

/** A program that calls the API with somebody's token. */
record Program(String token) {
    private static final Pattern SECRET = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{52}(?![A-Za-z0-9])");
    private static final Map<Person, Program> KNOWN = new ConcurrentHashMap<>();

    /** With the sample token, or one made on the page where the person has none. */
    static Program of(Person person) {
        return KNOWN.computeIfAbsent(
                person,
                p -> p.sampleToken().isEmpty()
                        ? withNewTokenOf(Visitor.signedIn(p), "Matrix")
                        : new Program(p.sampleToken()));
    }

    static Program withNewTokenOf(Visitor visitor, String label) {
        Form form = Form.of(visitor.get("/account/tokens"), "create");
        Answer made = visitor.post("/account/tokens", form.pressing("go", Map.of("label", label)));
        Matcher secret = SECRET.matcher(made.text());
        if (!secret.find()) {
            throw new AssertionError("No token on the page: " + made);
        }
        return new Program(secret.group());
    }

    static Program withoutToken() {
        return new Program("");
    }

    Answer get(String path) {
        return call("GET", path, "", "");
    }

    Answer post(String path, String json) {
        return call("POST", path, "application/json", json);
    }

    Answer call(String method, String path, String type, String body) {
        return call(method, path, type, body, Map.of());
    }

    Answer call(String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestPortal.url("/api/v1" + path)))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        return Visitor.exchange(request.build());
    }

    static final String MULTIPART = "multipart/form-data; boundary=matrix";

    /** A body with a file in the part that imports take. */
    static String file(String name, String content) {
        return "--matrix\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + content + "\r\n--matrix--\r\n";
    }
}
