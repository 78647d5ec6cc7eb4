package uk.org.kscb.portal.ear.matrix;

import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.org.kscb.portal.web.shell.Routes;

/** What the classes of the web module declare, so that nothing is added there without the matrix knowing. */
final class WebClasses {
    private WebClasses() {}

    /** {@code GET /actions/{ref}} for every method of every JAX-RS class, registered or not. */
    static TreeSet<String> restOperations() {
        TreeSet<String> operations = new TreeSet<>();
        for (Class<?> type : mentioning("jakarta/ws/rs/Path")) {
            Path path = type.getAnnotation(Path.class);
            if (path != null) {
                for (Method method : type.getDeclaredMethods()) {
                    verb(method)
                            .ifPresent(verb ->
                                    operations.add(verb + " " + joined(path, method.getAnnotation(Path.class))));
                }
            }
        }
        return operations;
    }

    static List<String> servletAddresses() {
        return mentioning("jakarta/servlet/annotation/WebServlet").stream()
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(WebServlet.class)))
                .flatMap(servlet -> Stream.concat(Arrays.stream(servlet.value()), Arrays.stream(servlet.urlPatterns())))
                .toList();
    }

    private static java.util.Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return java.util.Optional.of(verb.value());
            }
        }
        return java.util.Optional.empty();
    }

    private static String joined(Path type, @org.jspecify.annotations.Nullable Path method) {
        String address = "/" + type.value() + "/" + (method == null ? "" : method.value());
        String tidy = address.replaceAll("/+", "/");
        return tidy.length() > 1 && tidy.endsWith("/") ? tidy.substring(0, tidy.length() - 1) : tidy;
    }

    /** Only classes that speak of this are loaded: others need libraries that only the server has. */
    private static List<Class<?>> mentioning(String name) {
        try {
            java.nio.file.Path place = java.nio.file.Path.of(Routes.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return mentioning(name, place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return mentioning(name, jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> mentioning(String name, java.nio.file.Path root) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.walk(root)) {
            for (java.nio.file.Path file :
                    files.filter(f -> f.toString().endsWith(".class")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name)) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    types.add(Class.forName(
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'),
                            false,
                            WebClasses.class.getClassLoader()));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return types;
    }
}
