/** Questions to the database about agencies and people. The only unscoped queries of the portal are here: who may see what is decided from their answers. */
@NullMarked
package uk.org.kscb.portal.partnership.store;

import org.jspecify.annotations.NullMarked;
