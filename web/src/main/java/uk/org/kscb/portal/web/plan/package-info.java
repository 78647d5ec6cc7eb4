/** The improvement plan on screen: home, list, action, update, picture, imports. */
@NullMarked
package uk.org.kscb.portal.web.plan;

import org.jspecify.annotations.NullMarked;
