package uk.org.kscb.portal.platform.security;

import jakarta.ejb.ApplicationException;

/** The viewer's roles do not allow this at all. */
@ApplicationException(rollback = true)
public class NotPermitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotPermitted(String message) {
        super(message);
    }
}
