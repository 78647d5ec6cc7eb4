package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/**
 * The part {@code file} of a multipart body, kept in a temporary file until it has been read.
 *
 * @param name the sender's name for it, without folders and control characters
 */
record UploadedFile(String name, Path content) implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    static UploadedFile receive(InputStream body, HttpHeaders headers, Providers providers) throws IOException {
        Path content = Files.createTempFile("plan-", ".upload");
        boolean kept = false;
        try {
            String name = "plan";
            // nobody else's parts are taken apart; the front door then says no and the trail records it
            if (CurrentViewer.find().filter(v -> v.may(Permission.IMPORT_PLAN)).isPresent()) {
                EntityPart part = part(body, headers, providers);
                try (InputStream in = part.getContent()) {
                    Files.copy(in, content, StandardCopyOption.REPLACE_EXISTING);
                }
                name = tidied(part.getFileName().orElse(""));
            }
            kept = true;
            return new UploadedFile(name, content);
        } finally {
            if (!kept) {
                Files.deleteIfExists(content);
            }
        }
    }

    private static EntityPart part(InputStream body, HttpHeaders headers, Providers providers) throws IOException {
        for (EntityPart part : parts(body, headers, providers)) {
            if ("file".equals(part.getName())) {
                return part;
            }
        }
        throw ProblemException.invalid(List.of(new FieldError("file", "Send the plan as the part named file.")));
    }

    @SuppressWarnings("unchecked")
    private static List<EntityPart> parts(InputStream body, HttpHeaders headers, Providers providers)
            throws IOException {
        Type type = new GenericEntity<List<EntityPart>>(List.of()) {}.getType();
        MediaType mediaType = headers.getMediaType();
        MessageBodyReader<List<EntityPart>> reader = (MessageBodyReader<List<EntityPart>>)
                (MessageBodyReader<?>) providers.getMessageBodyReader(List.class, type, new Annotation[0], mediaType);
        try {
            return reader.readFrom(
                    (Class<List<EntityPart>>) (Class<?>) List.class,
                    type,
                    new Annotation[0],
                    mediaType,
                    headers.getRequestHeaders(),
                    body);
        } catch (ProblemException tooLarge) {
            throw tooLarge;
        } catch (RuntimeException notMultipart) {
            throw ProblemException.malformed("The body is not the multipart form that its Content-Type promises.");
        }
    }

    static String tidied(String sent) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shown = name.isEmpty() ? "plan" : name;
        return shown.length() <= LONGEST_NAME ? shown : shown.substring(shown.length() - LONGEST_NAME);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }
}
