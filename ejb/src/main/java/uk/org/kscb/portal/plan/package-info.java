/**
 * The improvement plan and what each agency owes to it. This package is the feature's front door; {@code model},
 * {@code store} and {@code exchange} are its private rooms.
 */
@NullMarked
package uk.org.kscb.portal.plan;

import org.jspecify.annotations.NullMarked;
