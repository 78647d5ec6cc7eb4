/** Pages of the guidance: to read without an account, and to prepare the next edition. */
@NullMarked
package uk.org.kscb.portal.web.threshold;

import org.jspecify.annotations.NullMarked;
