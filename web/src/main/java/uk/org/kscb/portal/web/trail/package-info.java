/** Reading the trail of who did what. */
@NullMarked
package uk.org.kscb.portal.web.trail;

import org.jspecify.annotations.NullMarked;
