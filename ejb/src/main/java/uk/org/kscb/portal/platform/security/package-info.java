/** Who is asking, what they may do, and the door that checks it. */
@NullMarked
package uk.org.kscb.portal.platform.security;

import org.jspecify.annotations.NullMarked;
