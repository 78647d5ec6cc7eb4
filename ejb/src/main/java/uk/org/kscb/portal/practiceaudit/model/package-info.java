/** An audit's life in the database. */
@NullMarked
package uk.org.kscb.portal.practiceaudit.model;

import org.jspecify.annotations.NullMarked;
