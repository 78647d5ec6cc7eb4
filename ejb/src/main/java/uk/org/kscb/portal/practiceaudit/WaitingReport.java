package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;

/** A report that a board has still to approve. @param version the newest; @param madeOn when it was frozen */
public record WaitingReport(String audit, String title, int version, String headline, LocalDate madeOn) {}
