package uk.org.kscb.portal.practiceaudit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.practiceaudit.AuditCalendar.Entry;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.StepView;

class AuditIcalTest {
    private static final Entry GOING = new Entry(
            "A11-03",
            "Referrals; April, 2011",
            AuditState.COLLECTING,
            List.of(
                    step(AuditStep.SCOPE, "2011-05-17", "2011-05-17"),
                    step(AuditStep.COLLECT, "2011-06-22", null),
                    step(AuditStep.ACT, null, null)));

    @Test
    void steps_that_lie_ahead_are_whole_days_with_a_link() throws IOException, ParserException {
        String text = AuditIcal.write(List.of(GOING), "https://portal.example");
        assertThat(text)
                .contains("\r\nDTSTART;VALUE=DATE:20110622\r\n")
                .contains("\r\nUID:A11-03-collect@practice-audits\r\n");
        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
        assertThat(events).singleElement().satisfies(e -> {
            assertThat(e.getSummary().getValue()).isEqualTo("A11-03: Returns due");
            assertThat(e.getUrl().getValue()).isEqualTo("https://portal.example/practice-audits/A11-03");
        });
    }

    @Test
    void what_has_ended_is_not_on_it_and_an_empty_calendar_is_one_too() throws IOException, ParserException {
        Entry cancelled = new Entry("A11-04", "Gone", AuditState.CANCELLED, GOING.steps());
        String text = AuditIcal.write(List.of(cancelled), "https://portal.example");
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").doesNotContain("VEVENT");
    }

    private static StepView step(AuditStep step, @Nullable String due, @Nullable String done) {
        return new StepView(
                step,
                step.usualOffset(),
                due == null ? null : LocalDate.parse(due),
                done == null ? null : LocalDate.parse(done),
                false,
                false);
    }
}
