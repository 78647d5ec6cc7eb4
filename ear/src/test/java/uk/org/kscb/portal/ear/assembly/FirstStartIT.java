package uk.org.kscb.portal.ear.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import uk.org.kscb.portal.ear.support.ProductionPortal;
import uk.org.kscb.portal.ear.support.TestPortal;

/**
 * A new portal as in production: over TLS, without accounts; its log has a link that lets one administrator in, once. Its
 * limits of a sign-in are set short, so that their end can be waited for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FirstStartIT {
    private static final Pattern LINK = Pattern.compile("https\\S+/invitation/[a-z0-9]{40,}");
    private static final String PASSWORD = "quiet river morning";
    private static final Duration IDLE = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofSeconds(24);

    private ProductionPortal portal;

    @BeforeAll
    void start() throws Exception {
        portal = ProductionPortal.start(Map.of(
                "PORTAL_TLS",
                "on",
                "PORTAL_URL",
                "https://portal.example.org",
                "PORTAL_SESSION_IDLE",
                IDLE.toString(),
                "PORTAL_SESSION_LONGEST",
                LONGEST.toString()));
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    @Order(1)
    void the_first_start_invites_one_administrator_and_nobody_else() throws Exception {
        TlsVisitor visitor = new TlsVisitor(portal);
        assertThat(visitor.get("/sign-in").body()).contains("Sign in").doesNotContain("Sample data");
        assertThat(visitor.signIn("police", "sample-police-2011"))
                .as("no sample people")
                .isEqualTo("/sign-in");

        String link = URI.create(linkIn(portal)).getPath();
        HttpResponse<String> invitation = visitor.get(link);
        assertThat(invitation.statusCode()).isEqualTo(200);
        assertThat(invitation.body()).contains("System administrator").contains("administrator");
        HttpResponse<String> accepted = visitor.post(
                link,
                "accept=accept&password=" + TlsVisitor.encoded(PASSWORD) + "&again=" + TlsVisitor.encoded(PASSWORD)
                        + "&go=go&jakarta.faces.ViewState="
                        + TlsVisitor.encoded(TlsVisitor.viewState(invitation.body())));
        assertThat(accepted.statusCode()).isBetween(200, 303);

        assertThat(visitor.get(link).statusCode()).as("the link works once").isEqualTo(404);
        assertThat(visitor.signIn("administrator", PASSWORD)).isEqualTo("/home");
    }

    @Test
    @Order(2)
    void over_tls_the_cookie_is_bound_to_this_host_and_the_browser_stays_on_tls() throws Exception {
        TlsVisitor visitor = new TlsVisitor(portal);
        visitor.signIn("administrator", PASSWORD);
        List<String> cookies = visitor.cookiesSet();
        assertThat(cookies)
                .filteredOn(c -> c.startsWith("__Host-portal="))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c)
                        .containsIgnoringCase("; Secure")
                        .containsIgnoringCase("; HttpOnly")
                        .containsIgnoringCase("; SameSite=Lax")
                        .contains("; Path=/")
                        .doesNotContainIgnoringCase("Domain="));
        assertThat(cookies).noneSatisfy(c -> assertThat(c).startsWith("JSESSIONID="));
        for (String address : List.of("/sign-in", "/home", "/api/v1/health", "/no-such-page")) {
            assertThat(visitor.get(address).headers().firstValue("Strict-Transport-Security"))
                    .as(address)
                    .hasValueSatisfying(h -> assertThat(h).startsWith("max-age=31536000"));
        }
    }

    @Test
    @Order(3)
    void without_tls_there_is_neither() throws Exception {
        TlsVisitor plain = new TlsVisitor(TestPortal::url);
        assertThat(plain.signIn("school", "sample-school-2011")).isEqualTo("/home");
        assertThat(plain.cookiesSet())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c).startsWith("JSESSIONID").doesNotContainIgnoringCase("Secure"));
        assertThat(plain.get("/home").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void a_sign_in_ends_when_it_is_not_used_and_when_it_has_lasted_long_enough() throws Exception {
        CompletableFuture<String> busy = CompletableFuture.supplyAsync(() -> extendedUntilTheEnd());
        TlsVisitor idle = new TlsVisitor(portal);
        assertThat(idle.signIn("administrator", PASSWORD)).isEqualTo("/home");
        for (int i = 0; i < 2; i++) {
            Thread.sleep(IDLE.dividedBy(8).multipliedBy(5));
            assertThat(idle.post("/session/extend", "").statusCode())
                    .as("asked to stay, %d", i)
                    .isEqualTo(204);
        }
        assertThat(idle.get("/home").statusCode()).as("longer than one limit").isEqualTo(200);
        Thread.sleep(IDLE.plusSeconds(1));
        assertThat(idle.get("/home").headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("/sign-in").contains("ended=idle"));
        assertThat(idle.post("/session/extend", "").statusCode())
                .as("too late to ask")
                .isEqualTo(401);
        assertThat(busy.get()).contains("/sign-in").contains("ended=absolute");
    }

    @Test
    @Order(5)
    void a_second_start_keeps_what_was_entered_and_invites_nobody() throws Exception {
        portal = portal.again();
        TlsVisitor visitor = new TlsVisitor(portal);
        assertThat(visitor.signIn("administrator", PASSWORD)).isEqualTo("/home");
        assertThat(Files.readString(portal.log(), StandardCharsets.ISO_8859_1)).doesNotContain("FIRST ADMINISTRATOR");
    }

    /** @return where somebody is led who has been busy all the time */
    private String extendedUntilTheEnd() {
        try {
            TlsVisitor visitor = new TlsVisitor(portal);
            long start = System.nanoTime();
            visitor.signIn("administrator", PASSWORD);
            while (System.nanoTime() - start < LONGEST.minusSeconds(4).toNanos()) {
                Thread.sleep(2000);
                assertThat(visitor.post("/session/extend", "").statusCode()).isEqualTo(204);
            }
            Thread.sleep(6000);
            return visitor.get("/home").headers().firstValue("Location").orElse("still in");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String linkIn(ProductionPortal portal) throws IOException {
        Matcher link = LINK.matcher(Files.readString(portal.log(), StandardCharsets.ISO_8859_1));
        assertThat(link.find()).as("a link in the log").isTrue();
        assertThat(link.group()).startsWith("https://portal.example.org/");
        return link.group();
    }
}
