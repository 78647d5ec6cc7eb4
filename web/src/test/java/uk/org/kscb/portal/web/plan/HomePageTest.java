package uk.org.kscb.portal.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.HomeView;
import uk.org.kscb.portal.plan.HomeView.Debt;
import uk.org.kscb.portal.plan.HomeView.Debts;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Viewer;

class HomePageTest {
    private static final LocalDate TODAY = LocalDate.of(2011, 6, 15);
    private static final AgencyBadge POLICE = new AgencyBadge("POLICE", "Police", "Kent Police", false, true);

    @Test
    void what_is_late_is_said_first() {
        assertThat(HomePage.lead(view(2, 0, null))).isEqualTo("Two contributions are late.");
        assertThat(HomePage.lead(view(1, 0, null))).isEqualTo("One contribution is late.");
    }

    @Test
    void when_nothing_is_late_the_next_debt_is_named() {
        assertThat(HomePage.lead(view(0, 0, debt("6.1.3", LocalDate.of(2011, 6, 30)))))
                .isEqualTo("Nothing is late. The next contribution, to 6.1.3, is due on 30 June 2011.");
    }

    @Test
    void what_is_offered_waits_for_an_answer() {
        assertThat(HomePage.lead(view(0, 12, null)))
                .isEqualTo("Nothing is late. No other contribution has a date."
                        + " 12 contributions are offered to us and wait for our answer.");
    }

    @Test
    void an_agency_without_debts_gets_no_ledger_of_empty_lists() {
        assertThat(HomePage.owesAnything(view(0, 0, null))).isFalse();
        assertThat(HomePage.owesAnything(view(0, 1, null))).isTrue();
    }

    @Test
    void a_member_is_offered_only_what_the_role_opens() {
        assertThat(HomePage.choices(viewer(Role.PRACTITIONER)))
                .extracting(HomePage.Choice::href)
                .contains("/plan", "/actions?show=all")
                .doesNotContain("/people", "/trail", "/plan/imports");
        assertThat(HomePage.choices(viewer(Role.ADMINISTRATOR)))
                .extracting(HomePage.Choice::href)
                .contains("/people", "/trail")
                .doesNotContain("/plan");
    }

    private static Viewer viewer(Role role) {
        return new Viewer(1, "a", "A", 2, "POLICE", "Kent Police", "Police", null, Set.of(role), Set.of(), null);
    }

    private static Debt debt(String ref, LocalDate due) {
        return new Debt(
                ref,
                "c1",
                POLICE,
                "Agree figures",
                List.of(POLICE),
                null,
                due,
                0,
                DeliveryStatus.ON_TRACK,
                null,
                ContributionState.ACCEPTED,
                false,
                true);
    }

    private static HomeView view(long late, long offered, @Nullable Debt next) {
        Debts none = new Debts(0, List.of());
        return new HomeView(
                "Kent Police",
                TODAY,
                new Debts(late, List.of()),
                none,
                none,
                none,
                new Debts(offered, List.of()),
                none,
                next,
                List.of(),
                List.of(),
                0,
                null);
    }
}
