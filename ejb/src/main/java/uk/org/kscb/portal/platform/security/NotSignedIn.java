package uk.org.kscb.portal.platform.security;

import jakarta.ejb.ApplicationException;

/** Nobody is signed in, or the sign-in has ended. */
@ApplicationException(rollback = true)
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotSignedIn(String message) {
        super(message);
    }
}
