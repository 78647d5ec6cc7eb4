package uk.org.kscb.portal.ear.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ProductionPortal;

/** A new portal in production has no accounts: its log has a link that lets one administrator in, once. */
class FirstStartIT {
    private static final Pattern LINK = Pattern.compile("http\\S+/invitation/[a-z0-9]{40,}");
    private static final String PASSWORD = "quiet river morning";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).build();

    @Test
    void the_first_start_invites_one_administrator_and_nobody_else() throws Exception {
        try (ProductionPortal portal = ProductionPortal.start()) {
            assertThat(get(portal.url("/sign-in")).body()).contains("Sign in").doesNotContain("Sample data");
            assertThat(signIn(portal, "police", "sample-police-2011"))
                    .as("no sample people")
                    .isEqualTo("/sign-in");

            String link = linkIn(portal);
            HttpResponse<String> invitation = get(link);
            assertThat(invitation.statusCode()).isEqualTo(200);
            assertThat(invitation.body()).contains("System administrator").contains("administrator");
            HttpResponse<String> accepted = post(
                    link,
                    "accept=accept&password=" + encoded(PASSWORD) + "&again=" + encoded(PASSWORD)
                            + "&go=go&jakarta.faces.ViewState=" + encoded(viewState(invitation.body())));
            assertThat(accepted.statusCode()).isBetween(200, 303);

            assertThat(get(link).statusCode()).as("the link works once").isEqualTo(404);
            assertThat(signIn(portal, "administrator", PASSWORD)).isNotEqualTo("/sign-in");
        }
    }

    private static String linkIn(ProductionPortal portal) throws IOException {
        Matcher link = LINK.matcher(Files.readString(portal.log(), StandardCharsets.ISO_8859_1));
        assertThat(link.find()).as("a link in the log").isTrue();
        return link.group();
    }

    /** @return path of the page that follows */
    private String signIn(ProductionPortal portal, String user, String password) throws Exception {
        String page = get(portal.url("/sign-in")).body();
        HttpResponse<String> answer = post(
                portal.url("/sign-in"),
                "signIn=signIn&userName=" + encoded(user) + "&password=" + encoded(password)
                        + "&go=Sign+in&jakarta.faces.ViewState=" + encoded(viewState(page)));
        return answer.headers()
                .firstValue("Location")
                .map(l -> URI.create(l).getPath())
                .orElse("/sign-in");
    }

    private static String viewState(String page) {
        Matcher state = Pattern.compile("jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"")
                .matcher(page);
        return state.find() ? state.group(1) : "stateless";
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String url, String form) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Origin",
                                URI.create(url).resolve("/").toString().replaceAll("/$", ""))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
