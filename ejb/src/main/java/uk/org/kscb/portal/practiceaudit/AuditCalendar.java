package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;

/**
 * What lies ahead and behind: the steps of each audit, and how much each agency is asked in a week.
 *
 * @param load by agency and week, busiest week first; of other agencies only for those who may see them
 */
public record AuditCalendar(LocalDate today, List<Entry> audits, List<Load> load) {

    /** An audit on the calendar. */
    public record Entry(String code, String title, AuditState state, List<StepView> steps) {}

    /** @param monday first day of the week in which the returns are due */
    public record Load(AgencyName agency, LocalDate monday, List<String> audits) {

        /** Nobody is asked for three returns in one week. */
        public boolean tooMuch() {
            return audits.size() >= 3;
        }
    }
}
