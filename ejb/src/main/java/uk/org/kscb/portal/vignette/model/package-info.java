/** Exercises, their cases and answers in the database. */
@NullMarked
package uk.org.kscb.portal.vignette.model;

import org.jspecify.annotations.NullMarked;
