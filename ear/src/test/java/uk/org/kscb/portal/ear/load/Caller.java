package uk.org.kscb.portal.ear.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who asks the portal for things: signed in with a cookie as a browser is, or with an access token.
 *
 * @param header what says who asks, as one line of the request
 */
record Caller(String portal, String header) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    static Caller anybody(String portal) {
        return new Caller(portal, "Accept: */*");
    }

    static Caller withToken(String portal, String token) {
        return new Caller(portal, "Authorization: Bearer " + token);
    }

    /** Each call starts a session of its own. */
    static Caller signedIn(String portal, String user, String password) {
        Map<String, String> fields = new TreeMap<>(hiddenFields(anybody(portal).get("/sign-in")));
        fields.putAll(Map.of("userName", user, "password", password, "go", "Sign in"));
        HttpResponse<String> answer = anybody(portal).form("/sign-in", fields);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        if (answer.statusCode() != 302 || cookies.isEmpty()) {
            throw new IllegalStateException(user + " could not sign in: " + answer.statusCode());
        }
        return new Caller(portal, "Cookie: " + cookies.getLast().replaceAll(";.*", ""));
    }

    /** The body of a page that must be there. */
    String get(String path) {
        return body(send(request(path).GET()));
    }

    String post(String path, String contentType, byte[] body) {
        return body(send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body))));
    }

    /** As the script of a page sends a form; whatever comes back. */
    HttpResponse<String> form(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", portal)
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** The same request as bytes, to be sent many times. */
    byte[] bytesOfGet(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + URI.create(portal).getAuthority() + "\r\n" + header
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private HttpRequest.Builder request(String path) {
        String[] parts = header.split(": ", 2);
        return HttpRequest.newBuilder(URI.create(portal + path)).header(parts[0], parts[1]);
    }

    private static String body(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> hiddenFields(String page) {
        return HIDDEN.matcher(page)
                .results()
                .map(input -> attributes(input.group()))
                .collect(
                        Collectors.toMap(a -> a.get("name"), a -> a.getOrDefault("value", ""), (first, same) -> first));
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> found = new TreeMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            found.put(attribute.group(1), attribute.group(2));
        }
        return found;
    }

    private static String encoded(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }
}
