/** Editions on paper. */
@NullMarked
package uk.org.kscb.portal.threshold.report;

import org.jspecify.annotations.NullMarked;
