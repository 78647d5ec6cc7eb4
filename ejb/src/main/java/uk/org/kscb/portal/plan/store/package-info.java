/** Questions to the database about the plan, each in the viewer's scope. */
@NullMarked
package uk.org.kscb.portal.plan.store;

import org.jspecify.annotations.NullMarked;
