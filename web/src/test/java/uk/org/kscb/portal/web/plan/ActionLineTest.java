package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;

class ActionLineTest {
    private static final LocalDate TODAY = LocalDate.of(2011, 6, 15);

    @Test
    void the_lead_and_our_own_agency_come_first_and_the_rest_is_counted() {
        ActionLine line =
                line(DeliveryStatus.ON_TRACK, LocalDate.of(2011, 9, 30), 0, "HEALTH", "SCHOOLS", "KCC", "POLICE");

        assertThat(line.first()).isEqualTo("KCC");
        assertThat(line.second()).isEqualTo("POLICE");
        assertThat(line.more()).isEqualTo("+2");
        assertThat(line.others()).isEqualTo(" more: HEALTH, SCHOOLS");
    }

    @Test
    void only_what_is_late_is_called_late() {
        assertThat(line(DeliveryStatus.LATE, LocalDate.of(2011, 5, 31), 15).distance())
                .isEqualTo("15 days late");
        assertThat(line(DeliveryStatus.LATE, LocalDate.of(2011, 5, 31), 15).distanceClass())
                .isEqualTo("sub late");
        assertThat(line(DeliveryStatus.NO_UPDATE, LocalDate.of(2011, 5, 31), 15).distance())
                .isEqualTo("passed 15 days ago");
        assertThat(line(DeliveryStatus.REPORTED_COMPLETE, LocalDate.of(2011, 5, 31), 15)
                        .distance())
                .isEmpty();
    }

    @Test
    void a_row_without_a_date_or_an_update_says_so() {
        ActionLine line = line(DeliveryStatus.NOT_STARTED, null, 0);

        assertThat(line.due()).isEqualTo("No date");
        assertThat(line.distance()).isEmpty();
        assertThat(line.lastUpdate()).isEqualTo("never");
        assertThat(line.first()).isEmpty();
    }

    @Test
    void links_carry_the_day_that_is_shown() {
        assertThat(line(DeliveryStatus.ON_TRACK, null, 0).href()).isEqualTo("/actions/2.2.4?asAt=2011-06-15");
    }

    private static ActionLine line(DeliveryStatus status, @Nullable LocalDate due, long daysLate, String... agencies) {
        List<AgencyBadge> badges = Stream.of(agencies)
                .map(code -> new AgencyBadge(code, code, code, code.equals("KCC"), code.equals("POLICE")))
                .toList();
        ActionRow row = new ActionRow(
                "2.2.4", "Explore", "Lead", 2, "2.2", badges, due, daysLate, status, null, !badges.isEmpty(), false);
        return ActionLine.of(row, TODAY, "?asAt=" + TODAY, "/assets/status.svg");
    }
}
