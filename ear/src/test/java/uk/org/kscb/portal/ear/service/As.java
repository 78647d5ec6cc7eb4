package uk.org.kscb.portal.ear.service;

import jakarta.enterprise.inject.spi.CDI;
import java.util.concurrent.Callable;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import uk.org.kscb.portal.platform.security.Identity;
import uk.org.kscb.portal.platform.security.PortalRealm;
import uk.org.kscb.portal.platform.security.SignedIn;

/** Calls a front door as one of the sample people, as a signed-in request would. */
final class As {
    private static final DefaultSecurityManager SECURITY = new DefaultSecurityManager(new PortalRealm());

    private As() {}

    static <T> T person(String userName, Callable<T> call) {
        SignedIn who = CDI.current()
                .select(Identity.class)
                .get()
                .bearer("sample-token-" + userName)
                .orElseThrow(() -> new IllegalArgumentException("No sample person has the token of " + userName));
        try {
            return new Subject.Builder(SECURITY)
                    .principals(new SimplePrincipalCollection(who, "portal"))
                    .authenticated(true)
                    .sessionCreationEnabled(false)
                    .buildSubject()
                    .execute(call);
        } catch (org.apache.shiro.subject.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    static void does(String userName, Runnable call) {
        person(userName, () -> {
            call.run();
            return true;
        });
    }
}
