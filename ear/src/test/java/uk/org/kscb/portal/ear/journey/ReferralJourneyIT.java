package uk.org.kscb.portal.ear.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.Browser;
import uk.org.kscb.portal.ear.support.BrowserTest;

/** A teacher refers a bruised baby sibling; every request that the browser makes is read. */
class ReferralJourneyIT extends BrowserTest {
    /** What is typed about the child; each holds a word that is nowhere else. */
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("you-name", "Quillsender Teacher"),
            Map.entry("you-phone", "01632 960777"),
            Map.entry("child-name", "Quillfeather Zephyrine"),
            Map.entry("child-born", "2011-04-0777"),
            Map.entry("child-ethnicity", "Quillethnic"),
            Map.entry("child-now", "7 Quillhouse Lane"),
            Map.entry("home-people", "Quillmother and\nQuillbrother"),
            Map.entry("story-what", "Quillbruise on the cheek, seen at the gate. Quillquote: “dummy did it”."),
            Map.entry("story-why", "Quillnow"),
            Map.entry("next-level", "I46, Quillreason"),
            Map.entry("next-want", "Quillwish"),
            Map.entry("agree-why", "Quillrisk if asked"));

    private static final Pattern TELLTALE = Pattern.compile("quill|960777|04-0777", Pattern.CASE_INSENSITIVE);

    /** Everything that left the browser, address, headers and body, readable. */
    private static List<String> listen(Page page) {
        List<String> sent = new ArrayList<>();
        page.context().onRequest(request -> sent.add(whole(request)));
        page.onWebSocket(socket -> sent.add("websocket " + socket.url() + " quill"));
        return sent;
    }

    private static String whole(Request request) {
        byte[] body = request.postDataBuffer();
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        String all = request.method() + " " + request.url() + " " + request.headers() + " " + text;
        return all + " " + decoded(all);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }

    private static void fillIn(Page page) {
        TYPED.forEach((id, words) -> page.fill("#" + id, words));
        page.selectOption("#post", "TEACHER");
        page.locator("input[name=level][value='4']").check();
        page.locator("input[name=significantHarm]").check();
        page.locator("input[name=consent][value=UNSAFE_TO_ASK]").check();
    }

    private static Page form() {
        Page page = Browser.as("teacher", 1280, 900);
        page.navigate("/referrals/form");
        page.locator(".js #take-receipt").waitFor();
        return page;
    }

    @Test
    void nothing_about_the_child_leaves_the_browser_while_a_teacher_refers_and_hears_the_outcome() throws Exception {
        Page page = Browser.as("teacher", 1280, 900);
        List<String> sent = listen(page);
        page.navigate("/referrals/form");
        assertThat(page.locator(".danger")).containsText("999");
        assertThat(page.locator("#stays-here")).containsText("The portal never receives it");
        page.locator(".js #take-receipt").waitFor();
        fillIn(page);
        assertThat(page.locator("[data-consent=c]")).isVisible();
        assertThat(page.locator("[data-consent=b]")).isHidden();
        page.locator("[data-add=child]").click();
        page.fill("#child-name-2", "Quillsecond");
        assertThat(page.locator("#draft-note")).containsText("Kept in this browser, encrypted");
        page.waitForTimeout(1500); // the last word is kept half a second after it was typed
        Browser.screenshot(page, "referral-form-filled");

        page.reload();
        assertThat(page.locator("#child-name-2")).hasValue("Quillsecond");
        assertThat(page.locator("#story-what")).hasValue(TYPED.get("story-what"));
        assertThat(page.locator("input[name=level][value='4']")).isChecked();
        assertThat(page.locator("#meter-words"))
                .hasText(java.util.regex.Pattern.compile("^[1-9]\\d* of [1-9]\\d* needed answers given$"));
        assertThat(keptPlainly(page)).as("drafts lie encrypted in the browser").doesNotContainPattern(TELLTALE);

        Download word = page.waitForDownload(() -> page.locator("#as-word").click());
        assertThat(textOfWord(word.path())).contains("Quillfeather Zephyrine", "Quillsecond", "“dummy did it”");
        Download pdf = page.waitForDownload(() -> page.locator("#as-pdf").click());
        assertThat(textOfPdf(pdf.path())).contains("Quillfeather", "Quillsecond", "Quillbruise");

        page.locator("#take-receipt").click();
        page.locator("#receipt-note a").waitFor();
        String reference = page.locator("#receipt-note a").textContent();
        page.locator("#take-receipt").click();
        page.waitForTimeout(1500);
        assertThat(page.locator("#receipt-note a")).hasText(reference);
        assertThat(word.suggestedFilename()).isEqualTo("referral-draft.docx");

        List<String> posts = sent.stream().filter(s -> s.startsWith("POST ")).toList();
        assertThat(posts)
                .as("the receipt, and nothing else but signs of life")
                .allSatisfy(post -> assertThat(post).containsPattern("^POST \\S+/(referrals/form|session/extend) "));
        assertThat(posts.stream().filter(p -> p.contains("/referrals/form")).map(ReferralJourneyIT::names))
                .as("what the receipt carries")
                .hasSize(2)
                .allSatisfy(names -> assertThat(names)
                        .isSubsetOf(
                                "receipt",
                                "jakarta.faces.ViewState",
                                "key",
                                "post",
                                "level",
                                "significantHarm",
                                "consent",
                                "phoned",
                                "take"));

        hearTheOutcome(page, reference);
        assertThat(sent).hasSizeGreaterThan(10);
        assertThat(sent).noneMatch(s -> TELLTALE.matcher(s).find());
        String origin = page.url().replaceAll("(https?://[^/]+).*", "$1");
        assertThat(sent)
                .as("and nobody else was asked for anything")
                .allMatch(s -> s.split(" ")[1].startsWith(origin) || s.split(" ")[1].startsWith("blob:" + origin));
    }

    private static void hearTheOutcome(Page teacher, String reference) {
        Page desk = Browser.as("kcc", 1280, 900);
        desk.navigate("/referrals");
        desk.locator("main a", new Page.LocatorOptions().setHasText(reference)).click();
        desk.locator("input[name=step][value=SECTION_47]").check();
        desk.waitForNavigation(() -> desk.locator("#record-it").click());
        assertThat(desk.locator(".notice-once")).containsText("Recorded");
        desk.locator("input[name=step][value=WRITING]").check();
        desk.waitForNavigation(() -> desk.locator("#record-it").click());
        teacher.locator("#receipt-note a").click();
        assertThat(teacher.locator("h1")).hasText(reference);
        assertThat(teacher.locator("main")).containsText("Strategy discussion or section 47 enquiry");
        assertThat(teacher.locator("#clocks ~ table, section[aria-labelledby=clocks] table"))
                .containsText("In time");
        Browser.screenshot(teacher, "referral-receipt");
        teacher.waitForNavigation(() -> teacher.locator("#never-told-it").click());
        desk.reload();
        assertThat(desk.locator("main")).containsText("I was never told");
    }

    /** The names of a body's parts: it stands between the headers and the same once more, decoded. */
    private static TreeSet<String> names(String post) {
        TreeSet<String> names = new TreeSet<>();
        int body = post.indexOf("} ") + 2;
        Matcher pair =
                Pattern.compile("(?:^|&)([A-Za-z.-]+)=").matcher(post.substring(body, post.indexOf(" POST ", body)));
        while (pair.find()) {
            names.add(pair.group(1));
        }
        return names;
    }

    @Test
    void refused_and_without_harm_it_says_that_help_cannot_be_forced_and_still_gives_a_receipt() {
        Page page = form();
        page.selectOption("#post", "TEACHER");
        page.locator("input[name=level][value='2']").check();
        page.locator("input[name=consent][value=REFUSED]").check();
        assertThat(page.locator("[data-consent=b]")).containsText("Help cannot be forced");
        page.locator("#take-receipt").click();
        assertThat(page.locator("#receipt-note a")).isVisible();
    }

    @Test
    void cleared_is_cleared() {
        Page page = form();
        fillIn(page);
        assertThat(page.locator("#draft-note")).containsText("Kept in this browser");
        page.onDialog(dialog -> dialog.accept());
        page.locator("#clear").click();
        assertThat(page.locator("#draft-note")).containsText("Cleared");
        assertThat(page.locator("#child-name")).hasValue("");
        page.reload();
        page.locator(".js #take-receipt").waitFor();
        page.waitForTimeout(500);
        assertThat(page.locator("#child-name")).hasValue("");
        assertThat(((Number) page.evaluate("""
            () => new Promise(done => { const r = indexedDB.open('portal-referral', 1); r.onsuccess = () => {
              const q = r.result.transaction('drafts').objectStore('drafts').count(); q.onsuccess = () => done(q.result); }; })\
            """)).intValue()).isZero();
    }

    @Test
    void on_paper_stands_what_was_written() {
        Page page = form();
        fillIn(page);
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#paper")).isVisible();
        assertThat(page.locator("#paper")).containsText("Quillbruise");
        assertThat(page.locator("#take-receipt")).isHidden();
        Browser.screenshot(page, "referral-on-paper");
    }

    @Test
    void without_script_the_receipt_is_still_taken() {
        Page page = Browser.withoutScriptAs("teacher", 390, 800);
        List<String> sent = listen(page);
        page.navigate("/referrals/form");
        page.fill("#child-name", TYPED.get("child-name"));
        page.selectOption("#post", "TEACHER");
        page.locator("input[name=level][value='4']").check();
        page.locator("input[name=consent][value=GIVEN]").check();
        page.fill("#phoned", "2031-01-01T10:00");
        Page refused = page.waitForPopup(() -> page.locator("#take").click());
        assertThat(refused.locator(".errors, [role=alert]").first()).containsText("still to come");
        assertThat(page.locator("#child-name")).hasValue(TYPED.get("child-name"));
        page.fill("#phoned", "");
        page.locator("#take").click(); // the same tab as before
        assertThat(refused).hasURL(Pattern.compile("/referrals/[a-z0-9]{4}-[a-z0-9]{4}$"));
        assertThat(page.locator("#child-name")).hasValue(TYPED.get("child-name"));
        assertThat(sent).noneMatch(s -> TELLTALE.matcher(s).find());
    }

    @Test
    void the_pages_look_right_on_a_phone_and_wide() {
        for (int width : new int[] {1280, 390}) {
            Page page = Browser.as("teacher", width, 900);
            for (String address : List.of(
                    "/referrals",
                    "/referrals/before?level=4&family=unsafe&lead=no",
                    "/referrals/form",
                    "/referrals/advice",
                    "/escalations",
                    "/vignettes",
                    "/vignettes/" + Referrals.exercise() + "/results")) {
                page.navigate(address);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                System.getProperty("portal.target"),
                                "screenshots",
                                "t"
                                        + address.replaceAll("\\?.*", "")
                                                .replaceAll("[a-z0-9]{20}", "x")
                                                .replace('/', '-')
                                        + "-" + width + ".png")));
            }
        }
    }

    /** Everything that this browser keeps for the portal, as far as a program without the key can read it. */
    private static String keptPlainly(Page page) {
        return (String) page.evaluate("""
            async () => {
              const all = (name) => new Promise(done => { const r = indexedDB.open('portal-referral', 1); r.onsuccess = () => {
                const q = r.result.transaction(name).objectStore(name).getAll(); q.onsuccess = () => done(q.result); }; });
              const bytes = b => [...new Uint8Array(b)].map(n => String.fromCharCode(n)).join('');
              const drafts = (await all('drafts')).map(d => bytes(d.kept) + bytes(d.iv)).join(' ');
              const keys = (await all('keys')).map(k => String(k.extractable));
              if (keys.some(k => k !== 'false')) return 'quill: a key can be taken out';
              return drafts + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
            }\
            """);
    }

    private static String textOfWord(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The texts of a PDF whose content streams hold them as hexadecimal strings, as pdf-lib writes them. */
    private static String textOfPdf(Path file) throws IOException, DataFormatException {
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).startsWith("%PDF");
        StringBuilder text = new StringBuilder();
        for (int at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
            int start = raw.charAt(at + 6) == '\r' ? at + 8 : at + 7;
            int end = raw.indexOf("endstream", start);
            if (end < 0 || raw.startsWith("endstream", at - 3)) {
                continue;
            }
            String content = inflated(bytes, start, end);
            Matcher shown = Pattern.compile("<([0-9A-Fa-f]+)>\\s*Tj").matcher(content);
            while (shown.find()) {
                text.append(new String(
                                HexFormat.of().parseHex(shown.group(1).toLowerCase(Locale.ROOT)),
                                StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String inflated(byte[] bytes, int start, int end) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(bytes, start, end - start);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            while (!inflater.finished()) {
                int read = inflater.inflate(part);
                if (read == 0) {
                    break;
                }
                out.write(part, 0, read);
            }
        } catch (DataFormatException notCompressed) {
            return "";
        } finally {
            inflater.end();
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
