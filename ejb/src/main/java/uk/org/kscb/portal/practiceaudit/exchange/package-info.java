/** Populations, tools and returns on their way into files and out of them. */
@NullMarked
package uk.org.kscb.portal.practiceaudit.exchange;

import org.jspecify.annotations.NullMarked;
