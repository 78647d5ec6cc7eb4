/** Reports of an audit as Word and PDF files. */
@NullMarked
package uk.org.kscb.portal.practiceaudit.report;

import org.jspecify.annotations.NullMarked;
