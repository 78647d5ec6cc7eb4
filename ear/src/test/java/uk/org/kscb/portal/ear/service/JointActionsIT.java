package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionList.Choice;
import uk.org.kscb.portal.plan.ActionList.Facets;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotSignedIn;
import uk.org.kscb.portal.platform.security.NotVisible;

/** Each agency's own view of the joint actions of the starting plan. */
class JointActionsIT extends ContainerTest {

    @EJB
    private ActionService actions;

    @Test
    void police_owe_23_of_129_actions_and_47_are_joint() {
        ActionList list = list("police", Map.of());
        assertThat(List.of(list.mine(), list.joint(), list.all())).containsExactly(23L, 47L, 129L);
        assertThat(list.total()).isEqualTo(23);
        assertThat(list.rows())
                .allSatisfy(row ->
                        assertThat(row.agencies()).extracting(AgencyBadge::code).contains("POLICE"));
    }

    @Test
    void an_action_named_only_in_the_text_is_in_the_police_view() {
        assertThat(list("police", Map.of("q", List.of("2.2.4"))).rows())
                .extracting(ActionRow::ref)
                .containsExactly("2.2.4");
        ActionDetail detail = As.person("police", () -> actions.action("2.2.4", null));
        assertThat(detail.jointMarker()).isNull();
        assertThat(detail.contributions())
                .filteredOn(c -> c.agency().code().equals("POLICE"))
                .extracting(ContributionView::basis)
                .containsExactly(ActionDetail.Basis.TEXT);
    }

    @Test
    void a_joint_marker_is_shown_as_written_and_where_it_stands() {
        assertThat(As.person("police", () -> actions.action("4.4.2", null)).jointMarker())
                .isEqualTo(new ActionDetail.JointMarker(List.of("Partners"), "outcome", "outcome 4.4"));
        assertThat(As.person("health", () -> actions.action("2.4.7", null)).jointMarker())
                .isEqualTo(new ActionDetail.JointMarker(List.of("Health"), "action", "action 2.4.7"));
    }

    @Test
    void the_count_beside_each_filter_is_the_number_of_lines_that_it_shows() {
        ActionFilter start = ActionFilter.from(Map.of("show", List.of("all"), "priority", List.of("2", "4")), Show.ALL);
        Facets facets = As.person("kscb", () -> actions.list(start)).facets();
        Map<String, Function<Facets, List<Choice>>> groups = Map.of(
                "status", Facets::status,
                "due", Facets::due,
                "agency", Facets::agency,
                "outcome", Facets::outcome,
                "ref", Facets::reference);
        groups.forEach((name, group) -> group.apply(facets).forEach(choice -> {
            ActionList chosen = list(
                    "kscb",
                    Map.of(
                            "show",
                            List.of("all"),
                            "priority",
                            List.of("2", "4"),
                            name,
                            List.of(choice.value()),
                            "size",
                            List.of("200")));
            assertThat(chosen.total()).as(name + " " + choice.value()).isEqualTo(choice.count());
            assertThat(chosen.rows()).as(name + " " + choice.value()).hasSize((int) choice.count());
        }));
    }

    @Test
    void every_order_pages_through_all_actions_once() {
        Stream.of("due", "-due", "ref", "-ref", "text", "status", "-status", "update", "-update")
                .forEach(sort -> {
                    List<String> seen = Stream.of("1", "2", "3")
                            .flatMap(page -> list(
                                    "chair",
                                    Map.of(
                                            "show", List.of("all"),
                                            "sort", List.of(sort),
                                            "size", List.of("50"),
                                            "page", List.of(page)))
                                    .rows()
                                    .stream())
                            .map(ActionRow::ref)
                            .toList();
                    assertThat(seen).as(sort).hasSize(129).doesNotHaveDuplicates();
                });
        assertThat(list("chair", Map.of("show", List.of("all"), "sort", List.of("ref"), "outcome", List.of("2.4")))
                        .rows())
                .extracting(ActionRow::ref)
                .endsWith("2.4.9", "2.4.10", "2.4.11");
    }

    @Test
    void a_contribution_counts_as_late_only_once_it_is_accepted() {
        List<ContributionView> owed = As.person("kscb", () -> actions.action("1.5.1", LocalDate.of(2011, 6, 15)))
                .contributions();
        assertThat(statusOf(owed, "POLICE")).isEqualTo(DeliveryStatus.LATE);
        List<ContributionView> before = As.person("kscb", () -> actions.action("1.5.1", LocalDate.of(2011, 4, 5)))
                .contributions();
        assertThat(statusOf(before, "POLICE")).isNotEqualTo(DeliveryStatus.LATE);
        assertThat(before)
                .filteredOn(c -> c.agency().code().equals("POLICE"))
                .extracting(ContributionView::state)
                .containsExactly(ActionDetail.ContributionState.PROPOSED);
    }

    @Test
    void as_at_an_earlier_day_later_updates_are_not_there() {
        ActionDetail then = As.person("police", () -> actions.action("4.4.2", LocalDate.of(2011, 5, 10)));
        assertThat(then.updates())
                .isNotEmpty()
                .allSatisfy(u -> assertThat(u.on()).isBeforeOrEqualTo(LocalDate.of(2011, 5, 10)));
        assertThat(then.ownContribution())
                .as("nothing can be reported on a past day")
                .isNull();
        assertThat(As.person("police", () -> actions.action("4.4.2", null)).updates())
                .hasSizeGreaterThan(then.updates().size());
        assertThat(list("police", Map.of("asAt", List.of("2011-02-28"))).all())
                .as("before the plan was published")
                .isZero();
    }

    @Test
    void agency_only_updates_are_for_the_agency_alone() {
        assertThat(As.person("police", () -> actions.action("2.2.4", null)).updates())
                .anySatisfy(u -> assertThat(u.agencyOnly()).isTrue());
        for (String other : List.of("health", "kcc", "kscb", "chair", "board")) {
            assertThat(As.person(other, () -> actions.action("2.2.4", null)).updates())
                    .as(other)
                    .isNotEmpty()
                    .noneSatisfy(u -> assertThat(u.agencyOnly()).isTrue());
        }
    }

    @Test
    void an_author_is_named_within_the_agency_only() {
        assertThat(As.person("kscb", () -> actions.action("4.4.2", null)).updates())
                .filteredOn(u -> !u.agency().code().equals("KSCB"))
                .isNotEmpty()
                .allSatisfy(u -> assertThat(u.author()).isNull());
    }

    @Test
    void the_observer_sees_headlines_without_words() {
        ActionDetail detail = As.person("observer", () -> actions.action("4.4.2", null));
        assertThat(detail.contributions()).isNotEmpty().allSatisfy(c -> {
            assertThat(c.owes()).isNull();
            assertThat(c.post()).isNull();
        });
        assertThat(detail.updates()).isEmpty();
    }

    @Test
    void a_practitioner_reads_the_plan_but_not_who_owes_what() {
        ActionDetail detail = As.person("visitor", () -> actions.action("2.4.7", null));
        assertThat(detail.contributions()).isEmpty();
        assertThat(detail.updates()).isEmpty();
        assertThat(detail.summary().agencies()).isEmpty();
        assertThat(list("visitor", Map.of("agency", List.of("POLICE"))).total()).isEqualTo(129);
        assertThat(list("visitor", Map.of()).facets().agency()).isEmpty();
    }

    @Test
    void a_school_sees_what_schools_owe_as_its_own_and_nothing_private_of_them() {
        ActionList own = list("school", Map.of());
        assertThat(own.mine()).isEqualTo(list("schools", Map.of()).mine()).isPositive();
        assertThat(As.person("school", () -> actions.action("2.4.10", null)).ownContribution())
                .as("it cannot speak for all schools")
                .isNull();
    }

    @Test
    void impossible_dates_are_shown_clamped_and_wait_for_confirmation() {
        assertThat(list("kscb", Map.of("show", List.of("all"), "size", List.of("200")))
                        .rows())
                .filteredOn(ActionRow::dateUnconfirmed)
                .extracting(ActionRow::ref)
                .contains("1.2.6", "2.4.1", "4.2.1");
        var milestone = As.person("kscb", () -> actions.action("1.2.6", null))
                .milestones()
                .getFirst();
        assertThat(milestone.timescaleRaw()).isEqualTo("1 July 2011 - 31 Sept 2011");
        assertThat(milestone.end()).isEqualTo(LocalDate.of(2011, 9, 30));
        assertThat(milestone.dateState()).isEqualTo(ActionDetail.DateState.NEEDS_CONFIRMATION);
    }

    @Test
    void the_plan_does_not_open_to_an_administrator_or_to_nobody() {
        assertThatThrownBy(() -> As.person("auditor", () -> actions.home())).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> actions.home()).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> As.person("police", () -> actions.action("9.9.9", null)))
                .isInstanceOf(NotVisible.class);
    }

    private ActionList list(String person, Map<String, List<String>> address) {
        return As.person(person, () -> actions.list(ActionFilter.from(address, Show.MINE)));
    }

    private static DeliveryStatus statusOf(List<ContributionView> owed, String agency) {
        return owed.stream()
                .filter(c -> c.agency().code().equals(agency))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
