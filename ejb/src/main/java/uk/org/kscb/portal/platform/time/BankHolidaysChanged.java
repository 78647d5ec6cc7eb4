package uk.org.kscb.portal.platform.time;

/**
 * A day became a bank holiday, or is none after all. Whoever keeps dates that were counted in working days counts them anew.
 *
 * @param calendar as it is from now on
 */
public record BankHolidaysChanged(WorkingDays calendar) {}
