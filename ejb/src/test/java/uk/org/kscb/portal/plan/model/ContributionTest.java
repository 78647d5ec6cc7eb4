package uk.org.kscb.portal.plan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.plan.ActionDetail.Basis;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.plan.model.Contribution.Reporter;
import uk.org.kscb.portal.platform.Refusal;

class ContributionTest {
    private static final LocalDate TODAY = LocalDate.of(2011, 6, 15);
    private static final Instant NOW = Instant.parse("2011-06-15T09:00:00Z");

    private static final Reporter COORDINATOR = new Reporter(7, true, Set.of());
    private static final Reporter CONTRIBUTOR = new Reporter(8, false, Set.of(40L));

    private final Contribution offered = Contribution.read(new Action("2.2.4"), 3, Basis.TEXT, null, 1, TODAY, NOW);

    @Test
    void what_is_read_from_the_plan_starts_as_an_offer() {
        assertThat(offered.state()).isEqualTo(ContributionState.PROPOSED);
    }

    @Test
    void who_reports_on_an_offer_has_accepted_it() {
        offered.report(report(), COORDINATOR, TODAY, NOW);
        assertThat(offered.state()).isEqualTo(ContributionState.ACCEPTED);
    }

    @Test
    void a_report_kept_to_the_agency_gives_away_nothing() {
        offered.report(
                new ReportProgress("2.2.4", "POLICE", ReportedStatus.LATE, "Not yet.", null, null, true),
                COORDINATOR,
                TODAY,
                NOW);
        assertThat(offered.state()).isEqualTo(ContributionState.PROPOSED);
    }

    @Test
    void a_query_stays_a_query_when_the_agency_reports() {
        offered.query("Is this ours?", TODAY);
        offered.report(report(), COORDINATOR, TODAY, NOW);
        assertThat(offered.state()).isEqualTo(ContributionState.QUERIED);
        assertThat(offered.queryReason()).contains("Is this ours?");
    }

    @Test
    void what_is_accepted_is_queried_no_more_and_its_query_is_kept() {
        offered.query("Is this ours?", TODAY);
        offered.accept(TODAY);
        assertThat(offered.queryReason()).contains("Is this ours?");
        assertThatThrownBy(() -> offered.query("Or not?", TODAY)).isInstanceOf(Contribution.AlreadyAccepted.class);
        assertThat(offered.state()).isEqualTo(ContributionState.ACCEPTED);
    }

    @Test
    void a_query_needs_a_reason() {
        assertThatThrownBy(() -> offered.query("  ", TODAY)).isInstanceOf(Refusal.class);
        assertThat(offered.state()).isEqualTo(ContributionState.PROPOSED);
    }

    @Test
    void a_removed_contribution_takes_no_more_reports() {
        offered.remove(TODAY);
        assertThatThrownBy(() -> offered.report(report(), COORDINATOR, TODAY, NOW))
                .isInstanceOf(Contribution.ContributionEnded.class);
        assertThatThrownBy(() -> offered.accept(TODAY)).isInstanceOf(Contribution.ContributionEnded.class);
    }

    @Test
    void an_undone_import_takes_back_only_what_nobody_has_worked_on() {
        assertThat(offered.broughtBy(1)).isTrue();
        assertThat(offered.broughtBy(2)).isFalse();
        offered.accept(TODAY);
        assertThat(offered.broughtBy(1)).isFalse();
    }

    @Test
    void an_update_keeps_what_was_said_without_the_white_space_around_it() {
        ProgressUpdate update = offered.report(
                new ReportProgress("2.2.4", "POLICE", ReportedStatus.ON_TRACK, " Met. ", " ", null, true),
                COORDINATOR,
                TODAY,
                NOW);
        assertThat(update.done()).isEqualTo("Met.");
        assertThat(update.next()).isEmpty();
        assertThat(update.agencyOnly()).isTrue();
    }

    @Test
    void a_contributor_reports_on_what_is_assigned_to_them_and_on_nothing_else() {
        assertThatThrownBy(() -> offered.report(report(), CONTRIBUTOR, TODAY, NOW))
                .isInstanceOf(Contribution.NotAssignedToYou.class);
        assertThat(offered.state()).as("a refused report accepts nothing").isEqualTo(ContributionState.PROPOSED);
        offered.assignToMember(8);
        assertThat(offered.report(report(), CONTRIBUTOR, TODAY, NOW).done()).isEqualTo("Met.");
        assertThat(offered.state()).as("the coordinator answers offers").isEqualTo(ContributionState.PROPOSED);
        offered.assignToMember(9);
        assertThatThrownBy(() -> offered.report(report(), CONTRIBUTOR, TODAY, NOW))
                .isInstanceOf(Contribution.NotAssignedToYou.class);
    }

    @Test
    void who_holds_the_post_holds_what_the_post_owns() {
        offered.assignToPost(40);
        assertThat(offered.report(report(), CONTRIBUTOR, TODAY, NOW).done()).isEqualTo("Met.");
        offered.assignToMember(9);
        assertThat(offered.report(report(), CONTRIBUTOR, TODAY, NOW).done())
                .as("naming a person takes nothing from the post")
                .isEqualTo("Met.");
        offered.assignToPost(41);
        assertThatThrownBy(() -> offered.report(report(), CONTRIBUTOR, TODAY, NOW))
                .isInstanceOf(Contribution.NotAssignedToYou.class);
    }

    @Test
    void what_nobody_in_particular_holds_is_the_coordinators() {
        offered.assignToPost(40);
        offered.release();
        assertThatThrownBy(() -> offered.report(report(), CONTRIBUTOR, TODAY, NOW))
                .isInstanceOf(Contribution.NotAssignedToYou.class);
        assertThat(offered.report(report(), COORDINATOR, TODAY, NOW).done()).isEqualTo("Met.");
    }

    private static ReportProgress report() {
        return new ReportProgress("2.2.4", "POLICE", ReportedStatus.ON_TRACK, "Met.", null, null, false);
    }
}
