package uk.org.kscb.portal.platform.security;

import jakarta.ejb.ApplicationException;

/** There is no such thing, or not for this viewer: both look the same from outside. */
@ApplicationException(rollback = true)
public class NotVisible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotVisible(String what) {
        super("There is no " + what + " here that you can see.");
    }
}
