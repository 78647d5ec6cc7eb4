/** Pages of the vignette exercises: answering alone, and how alike the answers were. */
@NullMarked
package uk.org.kscb.portal.web.vignette;

import org.jspecify.annotations.NullMarked;
