/** Pages of practice audits: which there are, how one runs, its sample. */
@NullMarked
package uk.org.kscb.portal.web.practiceaudit;

import org.jspecify.annotations.NullMarked;
