/** The plan's life in the database. */
@NullMarked
package uk.org.kscb.portal.plan.model;

import org.jspecify.annotations.NullMarked;
