/** Named questions about audits, each answered as far as the viewer's scope reaches. */
@NullMarked
package uk.org.kscb.portal.practiceaudit.store;

import org.jspecify.annotations.NullMarked;
