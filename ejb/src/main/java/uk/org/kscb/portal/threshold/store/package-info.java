/** Questions about editions, each within what the viewer may see. */
@NullMarked
package uk.org.kscb.portal.threshold.store;

import org.jspecify.annotations.NullMarked;
