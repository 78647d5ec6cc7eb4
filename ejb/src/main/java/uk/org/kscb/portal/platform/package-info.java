/** What every feature stands on, knowing none of them. */
@NullMarked
package uk.org.kscb.portal.platform;

import org.jspecify.annotations.NullMarked;
