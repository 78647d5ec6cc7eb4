/** Receipts, requests for advice and escalations in the database; none of them has room for a child. */
@NullMarked
package uk.org.kscb.portal.referral.model;

import org.jspecify.annotations.NullMarked;
