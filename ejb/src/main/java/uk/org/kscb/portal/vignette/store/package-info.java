/** What the vignette room asks of the database. */
@NullMarked
package uk.org.kscb.portal.vignette.store;

import org.jspecify.annotations.NullMarked;
