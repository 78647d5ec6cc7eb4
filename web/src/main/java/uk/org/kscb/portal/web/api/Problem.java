package uk.org.kscb.portal.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/**
 * What the API says when it says no (RFC 9457). The reference number is what a person quotes when they ask for help; the
 * server's log has the same number for whoever was let in.
 *
 * @param rule stable name of the rule that was met: {@code not-found}, {@code invalid}
 * @param detail a sentence that a person can act on
 * @param errors what is wrong with which input; empty where it is not about one input
 */
record Problem(int status, String rule, String detail, String reference, List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    record FieldError(String field, String message) {}

    /** Figures and capitals that are not mistaken for one another when read out. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String rule, String detail) {
        return new Problem(status, rule, detail, newReference(), List.of());
    }

    static Problem of(int status, String rule, String detail, List<FieldError> errors) {
        return new Problem(status, rule, detail, newReference(), errors);
    }

    /** Unknown and not yours: the same words for both, and for an address that does not exist at all. */
    static Problem notFound() {
        return of(404, "not-found", "There is nothing here that you can see.");
    }

    static Problem notSignedIn(String detail) {
        return of(401, "not-signed-in", detail);
    }

    static Problem fault() {
        return of(500, "fault", "Something went wrong on our side. Quote the reference number when you report it.");
    }

    /** Title as the type {@code about:blank} asks for: the name of the status. */
    String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 411 -> "Length Required";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Bad Request" : "Internal Server Error";
        };
    }

    JsonObject json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        errors.forEach(
                e -> list.add(Json.createObjectBuilder().add("field", e.field()).add("message", e.message())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title())
                .add("status", status)
                .add("detail", detail)
                .add("instance", "urn:reference:" + reference)
                .add("reference", reference)
                .add("rule", rule);
        return json.add("errors", list).build();
    }

    byte[] bytes() {
        return json().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String newReference() {
        StringBuilder text = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            text.append(i == 4 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
