package uk.org.kscb.portal.ear.matrix;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the portal answered. */
record Answer(HttpResponse<byte[]> response) {
    private static final Pattern MAIN = Pattern.compile("<main\\b.*</main>", Pattern.DOTALL);

    /** What differs from answer to answer: nonces, view states, reference numbers. */
    private static final Pattern FLEETING = Pattern.compile("nonce=\"[^\"]*\"|nonce-[A-Za-z0-9+/=]+"
            + "|(?<=ViewState:\\d\" value=\")[^\"]*|\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b|\\b[0-9A-F]{8}\\b");

    int status() {
        return response.statusCode();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The body without what is new in each answer. */
    String steady() {
        return FLEETING.matcher(text()).replaceAll("~");
    }

    /** The page's own part, without what is around it. */
    String main() {
        Matcher main = MAIN.matcher(steady());
        return main.find() ? main.group() : steady();
    }

    boolean isProblem(int status) {
        return status() == status
                && header("Content-Type").startsWith("application/problem+json")
                && text().contains("\"reference\"");
    }

    boolean leadsToSignIn() {
        return status() == 302 && header("Location").matches("(https?://[^/]+)?/sign-in(\\?.*)?");
    }

    /** For the message of a test that failed. */
    @Override
    public String toString() {
        return status() + (header("Location").isEmpty() ? "" : " to " + header("Location"));
    }
}
