/** Editions as files: JSON and Word. */
@NullMarked
package uk.org.kscb.portal.threshold.exchange;

import org.jspecify.annotations.NullMarked;
