package uk.org.kscb.portal.threshold;

/** An edition whole: how it stands, and its wording. */
public record Edition(EditionHead head, GuidanceText text) {}
