package uk.org.kscb.portal.web.practiceaudit;

/** Something to tick on a form, as it was ticked. */
public record Tick(String value, String words, boolean on) {}
