/**
 * Turns a file into a plan with its oddities, and a plan into JSON. Knows nothing of the database: what is read here is
 * compared, confirmed and kept elsewhere.
 */
@NullMarked
package uk.org.kscb.portal.plan.exchange;

import org.jspecify.annotations.NullMarked;
