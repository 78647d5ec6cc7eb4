/**
 * The portal for programs: {@code /api/v1}, JSON, personal access tokens. Every resource calls the same front doors as
 * the pages; nothing here decides who may see what. Errors are RFC 9457 problems, never pages.
 */
@NullMarked
package uk.org.kscb.portal.web.api;

import org.jspecify.annotations.NullMarked;
