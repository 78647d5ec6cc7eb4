/**
 * Do we judge alike? (plan 4.5.1) Practitioners of all agencies choose a level for the same short cases, without seeing
 * each other; the least agreed case shows where the guidance must be reworded.
 */
@NullMarked
package uk.org.kscb.portal.vignette;

import org.jspecify.annotations.NullMarked;
