/** The append-only record of who did what, kept at the doors. */
@NullMarked
package uk.org.kscb.portal.platform.trail;

import org.jspecify.annotations.NullMarked;
