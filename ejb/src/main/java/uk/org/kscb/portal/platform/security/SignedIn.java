package uk.org.kscb.portal.platform.security;

import java.io.Serializable;

/**
 * All that a session or a token keeps of who somebody is; roles are looked up at each request.
 *
 * @param agencyId the agency acted for until another is chosen
 */
public record SignedIn(long memberId, String userName, long agencyId, int credentials) implements Serializable {
    @Override
    public String toString() {
        return userName;
    }
}
