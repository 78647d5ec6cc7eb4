package uk.org.kscb.portal.ear.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What the portal answered. */
record Answer(HttpResponse<byte[]> response) {
    private static final Pattern MAIN = Pattern.compile("<main\\b.*</main>", Pattern.DOTALL);

    /** What differs from answer to answer: nonces, view states, reference numbers, how long a session can still last. */
    private static final Pattern FLEETING =
            Pattern.compile("nonce=\"[^\"]*\"|nonce-[A-Za-z0-9+/=]+|data-longest=\"\\d+\""
                    + "|(?<=ViewState:\\d\" value=\")[^\"]*|\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b|\\b[0-9A-F]{8}\\b");

    int status() {
        return response.statusCode();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** What can be read in it, also in a workbook; without what is new in each answer and the time of day. */
    String words() {
        String text = header("Content-Type").contains("spreadsheet") ? unpacked() : text();
        return FLEETING.matcher(text).replaceAll("~").replaceAll("\\b\\d{1,2}:\\d{2}\\b", "~");
    }

    /** Written as a stream, a workbook says its sizes at the end only: it is read as a file. */
    private String unpacked() {
        StringBuilder parts = new StringBuilder();
        try {
            Path file = Files.createTempFile("matrix", ".xlsx");
            Files.write(file, response.body());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    if (part.getName().startsWith("xl/")) {
                        parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString();
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
