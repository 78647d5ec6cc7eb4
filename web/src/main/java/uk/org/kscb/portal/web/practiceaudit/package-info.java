/** Pages of practice audits: which there are, how one runs, its sample. */
/** Pages of practice audits: returns, moderation, results, recommendations. */
@NullMarked
package uk.org.kscb.portal.web.practiceaudit;

import org.jspecify.annotations.NullMarked;
