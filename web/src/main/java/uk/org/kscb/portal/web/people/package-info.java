/** Who holds which role and post. */
@NullMarked
package uk.org.kscb.portal.web.people;

import org.jspecify.annotations.NullMarked;
