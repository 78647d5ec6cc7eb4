/**
 * Guidance on levels of need: editions, who agreed them, who has read them. The portal shows and never works out a
 * child's level. This package is the feature's front door; {@code model}, {@code store}, {@code exchange} and
 * {@code report} are its private rooms.
 */
@NullMarked
package uk.org.kscb.portal.threshold;

import org.jspecify.annotations.NullMarked;
