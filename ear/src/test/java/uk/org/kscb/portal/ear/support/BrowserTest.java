package uk.org.kscb.portal.ear.support;

import org.junit.jupiter.api.AfterEach;

/** A journey through the portal in a real browser; closes its windows after each test. */
public abstract class BrowserTest {
    @AfterEach
    void closeTheWindows() {
        Browser.closePages();
    }
}
