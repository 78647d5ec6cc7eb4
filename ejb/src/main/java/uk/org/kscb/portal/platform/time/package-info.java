/** The portal's clock, which can be set to a day in the past. */
@NullMarked
package uk.org.kscb.portal.platform.time;

import org.jspecify.annotations.NullMarked;
