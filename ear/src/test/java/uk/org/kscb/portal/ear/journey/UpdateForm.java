package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.Page;

/** The form in which an agency says how its part of an action goes. */
record UpdateForm(Page page) {

    /** As a person gets there: from the action, by its button. */
    static UpdateForm open(Page page, String ref) {
        page.navigate("/actions/" + ref);
        page.locator(".head a.btn[href$='/update']").click();
        page.waitForURL(url -> url.endsWith("/update"));
        return new UpdateForm(page);
    }

    UpdateForm status(String name) {
        page.locator("input[name=status][value=" + name + "]").check();
        return this;
    }

    UpdateForm done(String words) {
        page.fill("#done", words);
        return this;
    }

    UpdateForm next(String words) {
        page.fill("#next", words);
        return this;
    }

    UpdateForm agencyOnly() {
        page.locator("input[name=sharing][value=own]").check();
        return this;
    }

    /** Waits for what the portal answers. */
    void send() {
        page.waitForNavigation(() -> page.locator("#send").click());
    }
}
