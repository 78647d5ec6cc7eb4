/** The member's own account: profile, agency acted for, access tokens. */
@NullMarked
package uk.org.kscb.portal.web.account;

import org.jspecify.annotations.NullMarked;
