/** What every page stands in: routes, filters, headers, the template's model, words and dates. */
@NullMarked
package uk.org.kscb.portal.web.shell;

import org.jspecify.annotations.NullMarked;
