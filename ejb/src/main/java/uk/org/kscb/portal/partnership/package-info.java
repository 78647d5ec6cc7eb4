/** Agencies, posts and the people who hold roles in them. This package is the feature's front door. */
@NullMarked
package uk.org.kscb.portal.partnership;

import org.jspecify.annotations.NullMarked;
