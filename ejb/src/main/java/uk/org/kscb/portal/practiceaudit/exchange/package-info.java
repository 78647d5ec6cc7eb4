/** Files that come in and go out. */
@NullMarked
package uk.org.kscb.portal.practiceaudit.exchange;

import org.jspecify.annotations.NullMarked;
