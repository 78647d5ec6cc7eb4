/** Signing in and out, and taking up an invitation. */
@NullMarked
package uk.org.kscb.portal.web.signin;

import org.jspecify.annotations.NullMarked;
