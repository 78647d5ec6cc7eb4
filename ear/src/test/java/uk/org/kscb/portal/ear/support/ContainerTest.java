package uk.org.kscb.portal.ear.support;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the server, beside the services: {@code @Inject} and {@code @EJB} work in it. All such tests
 * live in {@code uk.org.kscb.portal.ear.service}, are named {@code …IT}, and share one deployment and one database.
 */
@ExtendWith(ArquillianExtension.class)
public abstract class ContainerTest {
    @Deployment
    static Archive<?> ear() {
        return TestArchive.ear();
    }
}
