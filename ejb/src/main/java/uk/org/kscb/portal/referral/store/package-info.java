/** What the referral room asks of the database, each question in the viewer's scope. */
@NullMarked
package uk.org.kscb.portal.referral.store;

import org.jspecify.annotations.NullMarked;
