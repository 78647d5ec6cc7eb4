package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AuditCalendar;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.StepView;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** Steps of all audits: by month, drawn on a line of time, and as a load on agencies. */
@Named
@RequestScoped
public class CalendarPage {
    @EJB
    private PracticeAuditService service;

    private @Nullable AuditCalendar calendar;
    private @Nullable StepChart chart;

    public AuditCalendar getCalendar() {
        if (calendar == null) {
            calendar = service.calendar();
        }
        return calendar;
    }

    public StepChart getChart() {
        if (chart == null) {
            chart = StepChart.of(getCalendar());
        }
        return chart;
    }

    /** The month in the address; this one when there is none, or none that exists. */
    public YearMonth getMonth() {
        String asked = Sent.orNull("month");
        try {
            return asked == null ? YearMonth.from(getCalendar().today()) : YearMonth.parse(asked);
        } catch (DateTimeException notAMonth) {
            return YearMonth.from(getCalendar().today());
        }
    }

    public String getMonthWords() {
        return words(getMonth());
    }

    public String getBefore() {
        return words(getMonth().minusMonths(1));
    }

    public String getAfter() {
        return words(getMonth().plusMonths(1));
    }

    public String getBeforeHref() {
        return "/practice-audits/calendar?month=" + getMonth().minusMonths(1);
    }

    public String getAfterHref() {
        return "/practice-audits/calendar?month=" + getMonth().plusMonths(1);
    }

    private static String words(YearMonth month) {
        return Words.longDay(month.atDay(1)).replaceFirst("^1 ", "");
    }

    /** A step on its day. */
    public record OnDay(LocalDate day, String code, String title, StepView step) {}

    public List<OnDay> getDays() {
        YearMonth month = getMonth();
        return getCalendar().audits().stream()
                .flatMap(a -> a.steps().stream()
                        .filter(s -> s.due() != null && YearMonth.from(s.due()).equals(month))
                        .map(s -> new OnDay(s.due(), a.code(), a.title(), s)))
                .sorted(Comparator.comparing(OnDay::day).thenComparing(OnDay::code))
                .toList();
    }
}
