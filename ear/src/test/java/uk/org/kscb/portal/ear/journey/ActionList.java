package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.Page;
import java.util.List;

/** The list of actions on a page. */
final class ActionList {
    private ActionList() {}

    static List<String> refs(Page page) {
        return page.locator("#results tbody th.ref").allInnerTexts();
    }
}
