/** Referral pages: thinking before, the form that stays in the browser, receipts, how soon people are told. */
@NullMarked
package uk.org.kscb.portal.web.referral;

import org.jspecify.annotations.NullMarked;
