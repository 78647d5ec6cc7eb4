package uk.org.kscb.portal.ear.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Tells Arquillian where the test server listens, and stops server and browser after the last test. */
public final class PortalSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("portal.ear") != null) {
            int port = Settings.forTests("portal-test", true).ports().admin();
            System.setProperty("arq.container.payara.configuration.adminPort", String.valueOf(port));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browser.stop();
        TestPortal.stop();
    }
}
