package uk.org.kscb.portal.ear.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One Chromium for all browser tests of a run; every page is a visitor of its own, who is not signed in. */
public final class Browser {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private static final Map<String, String> SESSIONS = new HashMap<>();
    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private Browser() {}

    /** A new visitor's window. Relative addresses such as {@code page.navigate("/actions")} are the portal's. */
    public static Page page(int width, int height) {
        return visitor(new NewContextOptions().setViewportSize(width, height));
    }

    /** A visitor who runs no scripts: everything must still work. */
    public static Page pageWithoutScript(int width, int height) {
        return visitor(new NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(false));
    }

    private static Page visitor(NewContextOptions options) {
        var browser = chromium();
        BrowserContext context =
                browser.newContext(options.setBaseURL(TestPortal.url()).setLocale("en-GB"));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** Signs in and waits for the page that follows. */
    public static void signIn(Page page, String user, String password) {
        page.navigate("/sign-in");
        fillIn(page, user, password);
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Fills in the form of the sign-in page, which is shown already, and sends it. */
    public static void fillIn(Page page, String user, String password) {
        page.fill("#userName", user);
        page.fill("#password", password);
        page.locator("#signIn [type=submit]").click();
    }

    /**
     * One of the sample people, signed in. The first window of a person goes through the sign-in page; later ones bring
     * its cookie along, since hashing a password takes half a second. Who signs out or lets a session end uses
     * {@link #signIn} with a window of their own.
     */
    public static Page as(String user, int width, int height) {
        return visitor(new NewContextOptions().setViewportSize(width, height).setStorageState(session(user)));
    }

    /** As {@link #as(String, int, int)}, without scripts. */
    public static Page withoutScriptAs(String user, int width, int height) {
        return visitor(new NewContextOptions()
                .setViewportSize(width, height)
                .setStorageState(session(user))
                .setJavaScriptEnabled(false));
    }

    private static synchronized String session(String user) {
        return SESSIONS.computeIfAbsent(user, name -> {
            Page page = page(800, 600);
            signIn(page, name, "sample-" + name + "-2011");
            String state = page.context().storageState();
            page.context().close();
            return state;
        });
    }

    /** The visible part of the page as {@code ear/target/screenshots/NAME.png}. */
    public static Path screenshot(Page page, String name) {
        Path file = Path.of(System.getProperty("portal.target"), "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    /** What axe finds serious or critical under WCAG 2.2 A and AA, one line each; empty is good. */
    public static List<String> axe(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true) // we have no frames: no second page for the summing up
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                        .map(rule -> String.format(
                                Locale.UK,
                                "%s (%s): %s, at %s",
                                rule.getId(),
                                rule.getImpact(),
                                rule.getHelp(),
                                rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList()))
                        .toList();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        Optional<Path> program = Chromium.find();
        Assumptions.assumeTrue(program.isPresent(), Chromium.MISSING);
        if (chromium == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setHeadless(true)
                            .setExecutablePath(program.get())
                            .setArgs(FLAGS));
        }
        return chromium;
    }

    static synchronized void closePages() {
        if (chromium != null) {
            List.copyOf(chromium.contexts()).forEach(BrowserContext::close);
        }
    }

    static synchronized void stop() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            chromium = null;
            SESSIONS.clear();
        }
    }
}
