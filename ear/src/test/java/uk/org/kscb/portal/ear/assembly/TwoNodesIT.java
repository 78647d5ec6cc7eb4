package uk.org.kscb.portal.ear.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.TwoNodes;

/** Behind a balancer nobody notices that a node has died: the other knows who is signed in, and for which agency. */
class TwoNodesIT {
    private final HttpClient browser = HttpClient.newHttpClient();

    /** Sent as browsers send them: Java's own cookie manager puts quotes around the session's version. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    @Test
    void who_is_signed_in_on_one_node_goes_on_working_on_the_other_when_the_first_dies() throws Exception {
        try (TwoNodes nodes = TwoNodes.start()) {
            get(nodes.first("/sign-in"));
            post(
                    nodes.first("/sign-in"),
                    Map.of(
                            "signIn", "signIn",
                            "userName", "police",
                            "password", "sample-police-2011",
                            "go", "Sign in",
                            "jakarta.faces.ViewState", "stateless"));
            String home = get(nodes.first("/home")).body();
            assertThat(home).contains("Sergeant Pat Example");

            assertThat(get(nodes.second("/home")).body())
                    .as("both nodes know the session")
                    .contains("Sergeant Pat Example");

            nodes.killFirst();

            HttpResponse<String> after = get(nodes.second("/home"));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.body()).contains("Sergeant Pat Example");
            assertThat(get(nodes.second("/actions/2.2.4/update")).body())
                    .as("a form opens and keeps what is typed")
                    .contains("What was done since the last update?");
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private void post(String url, Map<String, String> fields) throws Exception {
        String form = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", url.replaceAll("(?<=\\d)/.*", ""))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as("signed in").isEqualTo(302);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        String sent = cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.replaceAll(";.*", "").split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }
}
