package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.Page;
import java.net.URI;

/** What somebody who manages people does on the page of invitations. */
final class Invitations {
    private Invitations() {}

    /** @return the address that the newcomer is given, without the host */
    static String make(Page page, String userName, String name, String agency) {
        page.navigate("/people/invite");
        page.fill("#name", name);
        page.fill("#userName", userName);
        page.selectOption("#agency", agency);
        page.getByLabel("Contributor").check();
        page.locator("#go").click();
        return URI.create(page.locator("#link").innerText()).getPath();
    }

    static String someUserName() {
        return "new-" + Long.toString(System.nanoTime(), 36);
    }
}
