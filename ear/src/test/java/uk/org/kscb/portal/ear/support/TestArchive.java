package uk.org.kscb.portal.ear.support;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR that is shipped, with a WAR of tests in place of the pages. */
final class TestArchive {
    static final String IN_CONTAINER_TESTS = "uk.org.kscb.portal.ear.service";

    private TestArchive() {}

    static Archive<?> ear() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "portal-it.ear")
                .importFrom(new File(System.getProperty("portal.ear")))
                .as(EnterpriseArchive.class);
        ear.delete("META-INF/application.xml"); // it names the WAR that is taken out
        ear.delete("portal-web.war");
        return ear.addAsModule(Testable.archiveToTest(war()));
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "portal-it.war")
                .addClasses(ContainerTest.class, FilledAudit.class, Removal.class)
                .addPackages(true, IN_CONTAINER_TESTS)
                .addAsLibraries(jarOf(Assertions.class))
                .addAsWebInfResource(
                        new StringAsset("<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.1\""
                                + " bean-discovery-mode=\"annotated\"/>"),
                        "beans.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
