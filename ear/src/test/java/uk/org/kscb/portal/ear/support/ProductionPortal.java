package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A second portal, started as in production: empty, without sample people. For the few tests that need one. */
public final class ProductionPortal implements AutoCloseable {
    private static final int HTTP = 9480;

    private final Portal portal;

    private ProductionPortal(Portal portal) {
        this.portal = portal;
    }

    public static ProductionPortal start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param environment variables that are set besides */
    public static ProductionPortal start(Map<String, String> environment) throws IOException, InterruptedException {
        Settings settings = Settings.forProduction("production-test", HTTP, environment);
        EmbeddedDatabase.forget(settings.workspace());
        return new ProductionPortal(new Portal(settings).start());
    }

    /** Stops it and starts it once more on what it has kept. */
    public ProductionPortal again() throws IOException, InterruptedException {
        portal.close();
        return new ProductionPortal(new Portal(portal.settings()).start());
    }

    public String url(String path) {
        return portal.settings().url() + path;
    }

    /** The same over TLS. */
    public String tlsUrl(String path) {
        return portal.settings().tlsUrl() + path;
    }

    public Path log() {
        return portal.log();
    }

    @Override
    public void close() {
        portal.close();
    }
}
