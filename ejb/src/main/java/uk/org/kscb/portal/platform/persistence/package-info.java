/** Database, migrations and value converters. */
@NullMarked
package uk.org.kscb.portal.platform.persistence;

import org.jspecify.annotations.NullMarked;
