package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.AssignContribution;
import uk.org.kscb.portal.plan.ContributionService;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.HomeView;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;

/** Agencies answer for what they owe, each for itself. */
class ProgressIT extends ContainerTest {

    @EJB
    private ContributionService contributions;

    @EJB
    private ActionService actions;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @Test
    void an_update_is_added_to_those_before_and_moves_the_status() {
        int before = detail("probation", "1.5.1").updates().size();
        As.does("probation", () -> contributions.report(report("1.5.1", "PROBATION", ReportedStatus.COMPLETE, false)));
        ActionDetail after = detail("probation", "1.5.1");
        assertThat(after.updates()).hasSize(before + 1);
        assertThat(owed(after, "PROBATION").status()).isEqualTo(DeliveryStatus.REPORTED_COMPLETE);
    }

    @Test
    void nobody_reports_for_another_agency() {
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> contributions.report(report("4.4.2", "HEALTH", ReportedStatus.ON_TRACK, false))))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> contributions.report(report("2.4.7", "POLICE", ReportedStatus.ON_TRACK, false))))
                .as("an action to which the police owe nothing")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.person(
                        "school",
                        () -> contributions.report(report("2.4.10", "SCHOOLS", ReportedStatus.ON_TRACK, false))))
                .as("a school for all schools")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.person(
                        "kscb", () -> contributions.report(report("4.4.2", "POLICE", ReportedStatus.ON_TRACK, false))))
                .as("the KSCB manager for the police")
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void those_who_only_read_report_nothing() {
        for (String reader : new String[] {"chair", "board", "observer", "visitor", "auditor"}) {
            assertThatThrownBy(() -> As.person(
                            reader,
                            () -> contributions.report(report("4.4.2", "POLICE", ReportedStatus.ON_TRACK, false))))
                    .as(reader)
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void an_agency_only_update_changes_nothing_for_partners() {
        ActionDetail before = detail("kcc", "4.3.3");
        As.does("health", () -> contributions.report(report("4.3.3", "HEALTH", ReportedStatus.AT_RISK, true)));
        ActionDetail after = detail("kcc", "4.3.3");
        assertThat(after.updates()).isEqualTo(before.updates());
        assertThat(after.summary()).isEqualTo(before.summary());
        assertThat(owed(after, "HEALTH").status())
                .isEqualTo(owed(before, "HEALTH").status());
        assertThat(owed(after, "HEALTH").lastUpdate())
                .isEqualTo(owed(before, "HEALTH").lastUpdate());
        assertThat(detail("health", "4.3.3").updates())
                .anySatisfy(u -> assertThat(u.agencyOnly()).isTrue());
    }

    @Test
    void a_report_without_status_or_words_is_sent_back_with_what_is_missing() {
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> contributions.report(
                                new ReportProgress("4.4.2", "POLICE", nothing(), " ", null, null, false))))
                .satisfies(e ->
                        assertThat(violations(e)).contains("Choose how the contribution stands.", "Say what was done"));
    }

    @Test
    void an_offer_is_queried_with_a_reason_and_accepted_later() {
        assertThatThrownBy(() -> As.does("schools", () -> contributions.query("1.5.5", "SCHOOLS", " ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Say what is unclear");
        As.does("schools", () -> contributions.query("1.5.5", "SCHOOLS", "Is this for governors too?"));
        assertThat(owed(detail("schools", "1.5.5"), "SCHOOLS").state()).isEqualTo(ContributionState.QUERIED);
        assertThat(As.person("kscb", () -> actions.home()).queries())
                .as("the manager, who has to answer, is told on the home page")
                .anySatisfy(q -> assertThat(q.reason()).isEqualTo("Is this for governors too?"));
        assertThat(As.person("police", () -> actions.home()).queries()).isEmpty();
        As.does("schools", () -> contributions.accept("1.5.5", "SCHOOLS"));
        assertThat(owed(detail("schools", "1.5.5"), "SCHOOLS").state()).isEqualTo(ContributionState.ACCEPTED);
        assertThat(As.person("kscb", () -> actions.home()).queries())
                .noneSatisfy(q -> assertThat(q.reason()).isEqualTo("Is this for governors too?"));
    }

    @Test
    void the_reason_of_a_query_is_between_the_agency_and_the_manager() {
        As.does("probation", () -> contributions.query("1.5.5", "PROBATION", "Which of our teams?"));
        assertThat(owed(detail("probation", "1.5.5"), "PROBATION").query()).isEqualTo("Which of our teams?");
        assertThat(owed(detail("kscb", "1.5.5"), "PROBATION").query()).isEqualTo("Which of our teams?");
        for (String other : new String[] {"police", "health", "chair", "board"}) {
            assertThat(owed(detail(other, "1.5.5"), "PROBATION").query())
                    .as(other)
                    .isNull();
        }
    }

    @Test
    void a_past_day_shows_an_offer_as_it_stood() throws SQLException {
        As.does("health", () -> contributions.query("1.5.5", "HEALTH", "Is this for every trust?"));
        As.does("health", () -> contributions.accept("1.5.5", "HEALTH"));
        change(
                "update contribution c join action x on x.id = c.action_id join agency a on a.id = c.agency_id"
                        + " set c.queried_on = '2011-06-06', c.answered_on = '2011-06-10' where x.ref = '1.5.5' and a.code = 'HEALTH'");
        assertThat(stateOn(5)).isEqualTo(ContributionState.PROPOSED);
        assertThat(stateOn(6)).isEqualTo(ContributionState.QUERIED);
        assertThat(stateOn(9)).isEqualTo(ContributionState.QUERIED);
        assertThat(stateOn(10)).isEqualTo(ContributionState.ACCEPTED);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ContributionState stateOn(int day) {
        return owed(As.person("kscb", () -> actions.action("1.5.5", LocalDate.of(2011, 6, day))), "HEALTH")
                .state();
    }

    @Test
    void nobody_talks_themselves_out_of_what_they_accepted() {
        assertThatThrownBy(() -> As.does("police", () -> contributions.query("1.5.1", "POLICE", "Is this ours?")))
                .isInstanceOf(Contribution.AlreadyAccepted.class)
                .hasMessageContaining("ask the KSCB manager");
        assertThat(owed(detail("police", "1.5.1"), "POLICE").status()).isEqualTo(DeliveryStatus.LATE);
    }

    @Test
    void the_board_office_reads_what_it_kept_to_itself_and_nobody_else_does() {
        String ref = "1.5.5";
        As.does("kscb", () -> contributions.add(ref, "KSCB", "Ask how it went"));
        try {
            int before = detail("kscb", ref).updates().size();
            As.does("kscb", () -> contributions.report(report(ref, "KSCB", ReportedStatus.ON_TRACK, true)));
            assertThat(detail("kscb", ref).updates()).hasSize(before + 1);
            assertThat(detail("kcc", ref).updates())
                    .noneSatisfy(u -> assertThat(u.agencyOnly()).isTrue());
        } finally {
            As.does("kscb", () -> contributions.remove(ref, "KSCB"));
        }
    }

    @Test
    void the_home_page_sorts_what_the_police_owe_and_wait_for() {
        HomeView home = As.person("police", () -> actions.home());
        assertThat(home.late().items())
                .extracting(HomeView.Debt::ref)
                .contains("1.5.1", "2.2.4")
                .doesNotContain("6.1.3");
        assertThat(home.dueSoon().items()).extracting(HomeView.Debt::ref).contains("6.1.3");
        assertThat(home.awaitingUpdate().items()).extracting(HomeView.Debt::ref).contains("1.5.1");
        assertThat(home.offered().items())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.state()).isEqualTo(ContributionState.PROPOSED));
        assertThat(home.waitingForOthers().items())
                .isNotEmpty()
                .allSatisfy(d -> assertThat(d.agency().own()).isFalse())
                .extracting(HomeView.Debt::ref)
                .contains("1.5.7");
    }

    @Test
    void news_tells_what_partners_reported_to_all_newest_first() throws SQLException {
        change("update member set signed_in_before = null where user_name in ('police', 'kcc')");
        As.does("kcc", () -> contributions.report(report("1.5.1", "KCC", ReportedStatus.AT_RISK, false)));
        As.does("health", () -> contributions.report(report("1.5.1", "HEALTH", ReportedStatus.ON_TRACK, true)));
        HomeView.Change newest =
                As.person("police", () -> actions.home()).changes().getFirst();
        assertThat(newest.ref()).isEqualTo("1.5.1");
        assertThat(newest.agency()).extracting(a -> a.code()).isEqualTo("KCC");
        assertThat(newest.status()).isEqualTo(DeliveryStatus.AT_RISK);
        assertThat(As.person("kcc", () -> actions.home()).changes())
                .as("not what we said ourselves")
                .noneSatisfy(
                        c -> assertThat(c.agency()).extracting(a -> a.code()).isEqualTo("KCC"));
    }

    @Test
    void a_contributor_reports_only_on_what_the_coordinator_assigned() {
        ReportProgress report = report("4.5.1", "POLICE", ReportedStatus.ON_TRACK, false);
        assertThat(detail("police2", "4.5.1").ownContribution())
                .as("not offered")
                .isNull();
        assertThatThrownBy(() -> As.does("police2", () -> contributions.report(report)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not assigned to you");
        As.does("police", () -> contributions.assign(new AssignContribution("4.5.1", "POLICE", null, "police2")));
        assertThat(owed(detail("police2", "4.5.1"), "POLICE").yours()).isTrue();
        assertThat(As.person("police2", () -> contributions.report(report)).done())
                .isEqualTo("Met the district leads.");
        As.does("police", () -> contributions.assign(new AssignContribution("4.5.1", "POLICE", null, null)));
        assertThatThrownBy(() -> As.does("police2", () -> contributions.report(report)))
                .isInstanceOf(Refusal.class);
        assertThat(As.person("police", () -> contributions.report(report)).done())
                .as("the coordinator reports on all that is the agency's")
                .isNotEmpty();
    }

    @Test
    void only_the_agencys_own_coordinator_assigns_and_only_to_the_agencys_own() {
        AssignContribution ours = new AssignContribution("4.5.1", "POLICE", null, "police2");
        assertThatThrownBy(() -> As.does("police2", () -> contributions.assign(ours)))
                .isInstanceOf(NotPermitted.class);
        for (String other : new String[] {"health", "kscb"}) {
            assertThatThrownBy(() -> As.does(other, () -> contributions.assign(ours)))
                    .as(other)
                    .isInstanceOf(NotVisible.class);
        }
        for (String nobodyOfOurs : new String[] {"health", "auditor", "no-such-person"}) {
            assertThatThrownBy(() -> As.does(
                            "police",
                            () -> contributions.assign(new AssignContribution("4.5.1", "POLICE", null, nobodyOfOurs))))
                    .as(nobodyOfOurs)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Choose somebody who may report for your own agency.");
        }
        assertThatThrownBy(() -> As.does(
                        "police",
                        () -> contributions.assign(new AssignContribution(
                                "4.5.1", "POLICE", "Director of Commissioning, Child Health", null))))
                .as("another agency's post")
                .isInstanceOf(Refusal.class);
        assertThat(As.person("police", () -> actions.action("4.5.1", null)).holders())
                .extracting(ActionDetail.Holder::person)
                .contains("police", "police2")
                .doesNotContain("health", "auditor");
        assertThat(detail("police2", "4.5.1").holders()).isEmpty();
    }

    @Test
    void who_holds_a_contribution_is_named_within_the_agency_only() {
        assertThat(owed(detail("police", "2.2.4"), "POLICE").person()).isEqualTo("Constable Sam Placeholder");
        assertThat(owed(detail("health", "2.2.4"), "POLICE").person()).isNull();
        assertThat(owed(detail("kscb", "2.2.4"), "POLICE").person()).isNull();
    }

    @Test
    void what_is_assigned_to_a_contributor_comes_first_at_home() {
        HomeView home = As.person("police2", () -> actions.home());
        assertThat(home.yours()).isPositive();
        assertThat(home.late().items().stream().map(HomeView.Debt::yours))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .contains(true, false);
        assertThat(home.late().items())
                .allSatisfy(d -> assertThat(d.mayReport()).isEqualTo(d.yours()));
        assertThat(As.person("police", () -> actions.home()).late().items())
                .as("the coordinator reports on all")
                .allSatisfy(d -> assertThat(d.mayReport()).isTrue());
    }

    @Test
    void accepting_again_keeps_the_day_on_which_it_was_accepted() {
        ContributionView before = owed(detail("police", "1.5.1"), "POLICE");
        As.does("police", () -> contributions.accept("1.5.1", "POLICE"));
        assertThat(As.person("police", () -> actions.action("1.5.1", java.time.LocalDate.of(2011, 6, 14)))
                        .contributions())
                .contains(before);
    }

    @Test
    void the_manager_adds_and_removes_agencies_and_the_marker_stays_as_written() {
        ActionDetail before = detail("kscb", "2.2.8");
        assertThatThrownBy(() -> As.does("police", () -> contributions.add("2.2.8", "POLICE", null)))
                .isInstanceOf(NotPermitted.class);
        As.does("kscb", () -> contributions.add("2.2.8", "POLICE", "Name who answers on nights"));
        assertThat(owed(detail("police", "2.2.8"), "POLICE").owes()).isEqualTo("Name who answers on nights");
        assertThat(detail("kscb", "2.2.8").jointMarker()).isEqualTo(before.jointMarker());
        assertThatThrownBy(() -> As.does("kscb", () -> contributions.add("2.2.8", "POLICE", null)))
                .isInstanceOf(ContributionService.AlreadyContributes.class);
        As.does("kscb", () -> contributions.remove("2.2.8", "POLICE"));
        assertThat(detail("kscb", "2.2.8").contributions())
                .noneSatisfy(c -> assertThat(c.agency().code()).isEqualTo("POLICE"));
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> contributions.report(report("2.2.8", "POLICE", ReportedStatus.ON_TRACK, false))))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_confirmed_date_no_longer_waits() {
        As.does("kscb", () -> contributions.confirmDate("2.4.6", 1));
        assertThat(detail("kscb", "2.4.6").milestones().getFirst().dateState())
                .isEqualTo(ActionDetail.DateState.CONFIRMED);
        assertThat(detail("kscb", "2.4.6").summary().dateUnconfirmed()).isFalse();
    }

    private ActionDetail detail(String person, String ref) {
        return As.person(person, () -> actions.action(ref, null));
    }

    private static ContributionView owed(ActionDetail detail, String agency) {
        return detail.contributions().stream()
                .filter(c -> c.agency().code().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private static ReportProgress report(String ref, String agency, ReportedStatus status, boolean agencyOnly) {
        return new ReportProgress(ref, agency, status, "Met the district leads.", "Write it up.", null, agencyOnly);
    }

    @SuppressWarnings("NullAway") // what a form sends when nothing was chosen
    private static ReportedStatus nothing() {
        @Nullable ReportedStatus none = null;
        return none;
    }

    private static String violations(Throwable thrown) {
        Throwable cause = thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
        assertThat(cause).isInstanceOf(ConstraintViolationException.class);
        return ((ConstraintViolationException) cause)
                .getConstraintViolations().stream()
                        .map(v -> v.getMessage())
                        .toList()
                        .toString();
    }
}
