package uk.org.kscb.portal.web.practiceaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.practiceaudit.AuditCalendar;
import uk.org.kscb.portal.practiceaudit.AuditCalendar.Entry;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.StepView;

class StepChartTest {
    private static final LocalDate TODAY = LocalDate.of(2011, 6, 15);

    @Test
    void an_audit_is_a_line_from_its_first_step_to_its_last() {
        StepChart chart = StepChart.of(new AuditCalendar(
                TODAY,
                List.of(new Entry(
                        "A11-03",
                        "Referrals",
                        AuditState.COLLECTING,
                        List.of(
                                step(AuditStep.SCOPE, "2011-05-17", "2011-05-17", false),
                                step(AuditStep.SAMPLE, "2011-05-27", null, true),
                                step(AuditStep.COLLECT, "2011-06-22", null, false),
                                step(AuditStep.ACT, null, null, false)))),
                List.of()));
        assertThat(chart.lines()).singleElement().satisfies(l -> {
            assertThat(l.stops()).extracting(StepChart.Stop::look).containsExactly("complete", "late", "not-started");
            assertThat(l.from()).isEqualTo(l.stops().getFirst().x()).isLessThan(chart.today());
            assertThat(l.until()).isEqualTo(l.stops().getLast().x()).isGreaterThan(chart.today());
            assertThat(l.words())
                    .isEqualTo("Scope approved 17 May 2011, done; Sample and reserves drawn 27 May 2011, late;"
                            + " Returns due 22 Jun 2011");
        });
        assertThat(chart.months()).extracting(StepChart.Mark::words).contains("May 2011", "Jun");
    }

    @Test
    void without_audits_there_is_no_line() {
        assertThat(StepChart.of(new AuditCalendar(TODAY, List.of(), List.of())).lines())
                .isEmpty();
    }

    private static StepView step(AuditStep step, @Nullable String due, @Nullable String done, boolean late) {
        return new StepView(
                step,
                0,
                due == null ? null : LocalDate.parse(due),
                done == null ? null : LocalDate.parse(done),
                late,
                false);
    }
}
