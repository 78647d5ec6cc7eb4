/** Agencies, members and posts as they are kept. */
@NullMarked
package uk.org.kscb.portal.partnership.model;

import org.jspecify.annotations.NullMarked;
