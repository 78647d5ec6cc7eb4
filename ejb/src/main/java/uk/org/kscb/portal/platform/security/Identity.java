package uk.org.kscb.portal.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who people are: what the platform asks of the room that keeps members. */
public interface Identity {

    /**
     * Checks a user name and password; same answer and time for an unknown name.
     *
     * @param address the caller's network address, for throttling
     * @return empty when they do not fit
     * @throws Throttled after too many failures for the account or the address
     * @throws Waiting when they fit, but every role waits for a second person
     */
    Optional<SignedIn> signIn(String userName, String password, String address);

    /** Checks a personal access token of the API. */
    Optional<SignedIn> bearer(String token);

    /**
     * The member with the roles they have at this moment.
     *
     * @param actingAgency agency chosen for this session, or null for the one signed in for
     * @return empty when the member has no role there any more
     */
    Optional<Viewer> viewer(SignedIn who, @Nullable Long actingAgency);

    /** The password is right, but nobody has confirmed a role yet. */
    class Waiting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Waiting() {
            super(
                    "Your role waits for a second person to confirm it. Ask your agency's coordinator or the board office.");
        }
    }

    /** Too many failed attempts; try again later. */
    class Throttled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Throttled() {
            super("Too many attempts. Wait 15 minutes, then try again.");
        }
    }
}
