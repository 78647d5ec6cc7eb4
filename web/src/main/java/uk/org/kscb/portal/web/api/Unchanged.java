package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Answers with an ETag of what is said, and with nothing but that to who has it already. The asking program alone keeps
 * it, and asks again each time.
 */
final class Unchanged {
    private Unchanged() {}

    static Response or(Request request, byte[] said) {
        return or(request, said, said);
    }

    /** @param said records alone: two that are written alike are alike */
    static Response or(Request request, Object entity, Object said) {
        return or(request, entity, said.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Response or(Request request, Object entity, byte[] said) {
        EntityTag tag = tag(said);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? Response.ok(entity) : unchanged;
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private static EntityTag tag(byte[] said) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(said);
            return new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
