/** Lists as files: the same rows as on screen, from the same front door, marked with who took them and when. */
@NullMarked
package uk.org.kscb.portal.web.download;

import org.jspecify.annotations.NullMarked;
