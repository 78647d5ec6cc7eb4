/**
 * Referral to social care: thinking before it, a form that never leaves the browser, a receipt without the child, and
 * whether the referrer heard the outcome (BRIEF 3.7, 3.8, T1 to T3).
 */
@NullMarked
package uk.org.kscb.portal.referral;

import org.jspecify.annotations.NullMarked;
