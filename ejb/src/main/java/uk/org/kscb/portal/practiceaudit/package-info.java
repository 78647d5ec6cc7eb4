/**
 * Multi-agency practice audits, from the year's programme to proof that practice changed. This package is the feature's
 * front door; {@code model}, {@code store}, {@code exchange} and {@code report} are its private rooms.
 */
@NullMarked
package uk.org.kscb.portal.practiceaudit;

import org.jspecify.annotations.NullMarked;
