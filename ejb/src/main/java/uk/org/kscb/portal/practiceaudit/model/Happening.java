package uk.org.kscb.portal.practiceaudit.model;

import java.time.Instant;
import java.time.LocalDate;
import uk.org.kscb.portal.platform.time.WorkingDays;

/** When something happens to an audit, by whom, and the calendar that counts. */
public record Happening(LocalDate day, Instant at, String by, WorkingDays calendar) {}
