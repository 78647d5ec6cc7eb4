/** Keeping children's identities out of what people type. */
@NullMarked
package uk.org.kscb.portal.platform.privacy;

import org.jspecify.annotations.NullMarked;
