package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;

/** What the KSCB manager does on the pages of an import. */
final class Imports {
    private Imports() {}

    /** @return the address of the preview, without the host */
    static String upload(Page page, FilePayload file) {
        page.navigate("/plan/imports/new");
        page.setInputFiles("#file", file);
        page.locator("#read").click();
        page.waitForURL(url -> !url.endsWith("/new"));
        return URI.create(page.url()).getPath();
    }

    static void confirm(Page page) {
        page.locator("#confirm").click();
        page.locator("#undo").waitFor();
    }

    static void cancel(Page page) {
        page.locator("#cancel").click();
        page.locator("#cancel").waitFor(gone());
    }

    static void undo(Page page) {
        page.locator("#undo").click();
        page.locator("#undo").waitFor(gone());
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
