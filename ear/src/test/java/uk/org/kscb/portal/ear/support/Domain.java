package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's working folder. Made anew at each start but for the module cache, which saves some seconds. */
record Domain(Settings settings, Path payara) {
    static final String NAME = "portal";
    static final String MEMORY = "768m";

    /** @return the folder that holds the domain */
    Path prepare() throws IOException {
        Path domains = settings.workspace().resolve("domains");
        Path domain = domains.resolve(NAME);
        for (String stale : new String[] {"applications", "generated", "config", "docroot", "logs"}) {
            Folders.delete(domain.resolve(stale));
        }
        Folders.copy(payara.resolve("glassfish/domains/domain1"), domain);
        Folders.delete(domain.resolve("docroot")); // Payara's own welcome page
        Files.createDirectories(domain.resolve("docroot"));
        Path xml = domain.resolve("config/domain.xml");
        Files.writeString(xml, configured(Files.readString(xml)));
        return domains;
    }

    private String configured(String shipped) throws IOException {
        String defaults = Files.readString(settings.root().resolve("config/payara/domain-defaults.xml"));
        DomainXml xml = new DomainXml(shipped)
                .withDefaults(defaults)
                .onPorts(settings.ports())
                .onLoopbackOnly()
                .anonymous()
                .packingAssets()
                .withoutConsoleAndShells()
                .withMemory(MEMORY);
        if (settings.nodes().isEmpty()) {
            xml.withoutDataGrid();
        } else {
            xml.withDataGrid(settings.nodes());
        }
        if (settings.quickStart()) {
            xml.withJvmOption("-XX:TieredStopAtLevel=1");
        }
        return xml.toString();
    }
}
