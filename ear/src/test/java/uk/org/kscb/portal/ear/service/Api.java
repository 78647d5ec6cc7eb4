package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import uk.org.kscb.portal.ear.support.TestPortal;

/** A program that uses the portal with somebody's personal access token, from outside the server. */
final class Api {
    static final Api NOBODY = new Api("");
    static final Api POLICE = new Api("sample-token-police");
    static final Api POLICE_CONTRIBUTOR = new Api("sample-token-police2");
    static final Api HEALTH = new Api("sample-token-health");
    static final Api MANAGER = new Api("sample-token-kscb");

    private static final String BOUNDARY = "between-the-parts-7d1c";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String token;

    Api(String token) {
        this.token = token;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer postJson(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    Answer putJson(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** As a browser or curl -F would send it. */
    Answer upload(String fileName, byte[] content) {
        return send(
                "POST",
                "/plan/imports",
                BodyPublishers.ofByteArray(multipart("file", fileName, content)),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        return sendTo(TestPortal.url("/api/v1" + path), method, body, headers);
    }

    Answer sendTo(String url, String method, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, body).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + url + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static byte[] multipart(String part, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        String body() {
            return http.body();
        }

        JsonObject object() {
            return Json.createReader(new StringReader(http.body())).readObject();
        }

        JsonArray array() {
            return Json.createReader(new StringReader(http.body())).readArray();
        }

        Answer isOk() {
            return is(200);
        }

        Answer is(int status) {
            assertThat(status())
                    .as("status of %s, body %s", http.request(), shortened())
                    .isEqualTo(status);
            assertThat(header("Set-Cookie"))
                    .as("no cookie from %s", http.request())
                    .isEmpty();
            return this;
        }

        /** The one shape of every refusal. */
        JsonObject isProblem(int status) {
            is(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(header("Location")).isEmpty();
            JsonObject problem = object();
            assertThat(problem.keySet())
                    .containsExactly("type", "title", "status", "detail", "instance", "reference", "rule", "errors");
            assertThat(problem.getInt("status")).isEqualTo(status);
            assertThat(problem.getString("reference")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(problem.getString("instance")).endsWith(problem.getString("reference"));
            assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception");
            return problem;
        }

        /** The body without what differs each time. */
        String withoutReference() {
            return body().replace(object().getString("reference"), "");
        }

        private String shortened() {
            return http.body().length() > 600 ? http.body().substring(0, 600) + "…" : http.body();
        }
    }
}
