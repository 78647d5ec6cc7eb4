/** The life of an edition. */
@NullMarked
package uk.org.kscb.portal.threshold.model;

import org.jspecify.annotations.NullMarked;
