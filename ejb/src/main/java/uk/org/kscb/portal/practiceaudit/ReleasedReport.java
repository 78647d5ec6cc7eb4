package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;

/** The newest released version of an audit's report. */
public record ReleasedReport(String audit, String title, int version, String headline, LocalDate releasedOn) {}
