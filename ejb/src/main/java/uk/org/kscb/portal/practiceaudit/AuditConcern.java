package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;

/**
 * A concern for a child that an auditor found and acted on.
 *
 * @param audit its code
 * @param detail case code and whom they told, by role; never what it was about
 */
public record AuditConcern(String audit, LocalDate on, AgencyName agency, String detail) {}
