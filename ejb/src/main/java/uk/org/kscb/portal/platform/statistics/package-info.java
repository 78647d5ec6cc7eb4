/** What a small sample allows to be said: shares with their intervals, agreement beyond chance, small numbers kept back. */
@NullMarked
package uk.org.kscb.portal.platform.statistics;

import org.jspecify.annotations.NullMarked;
