package uk.org.kscb.portal.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;

/**
 * Argon2id through Shiro: 64 MB and about 0.1 s a hash. At most {@value #AT_ONCE} run at once, so that a burst of
 * sign-ins queues instead of exhausting the memory.
 */
@ApplicationScoped
public class Passwords {
    static final int AT_ONCE = 2;
    private static final int SECONDS_IN_LINE = 20;

    private final DefaultPasswordService service = new DefaultPasswordService();
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile @Nullable String decoy;

    public String hash(String password) {
        return inLine(() -> service.encryptPassword(password));
    }

    /** Takes the same time whether or not there is a hash, so that nobody learns which user names exist. */
    public boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? decoy() : hash;
        boolean same = inLine(() -> service.passwordsMatch(password, compared));
        return same && hash != null;
    }

    private String decoy() {
        String made = decoy;
        if (made == null) {
            made = hash(Secret.fresh());
            decoy = made;
        }
        return made;
    }

    private <T> T inLine(java.util.function.Supplier<T> work) {
        boolean in = false;
        try {
            in = places.tryAcquire(SECONDS_IN_LINE, TimeUnit.SECONDS);
            if (!in) {
                throw new TooBusy();
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        } finally {
            if (in) {
                places.release();
            }
        }
    }

    /** Too many people sign in at this moment. */
    public static class TooBusy extends Refusal {
        private static final long serialVersionUID = 1L;

        TooBusy() {
            super("Many people are signing in just now. Wait a minute and try again.");
        }
    }
}
