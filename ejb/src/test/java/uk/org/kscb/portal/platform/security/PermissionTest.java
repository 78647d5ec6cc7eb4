package uk.org.kscb.portal.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.security.Permission.Reach;

/** What must never be, whoever edits the table. */
class PermissionTest {
    private static final Set<Permission> CONTENT = EnumSet.of(
            Permission.READ_PLAN,
            Permission.IMPORT_PLAN,
            Permission.READ_CONTRIBUTIONS,
            Permission.READ_OWN_MATERIAL,
            Permission.REPORT_PROGRESS,
            Permission.ASSIGN_CONTRIBUTIONS,
            Permission.ANSWER_OFFER,
            Permission.ASSIGN_WORK,
            Permission.CONFIRM_DATES);

    @Test
    void a_system_administrator_reads_and_writes_no_content() {
        assertThat(CONTENT)
                .allSatisfy(p -> assertThat(p.reach(Role.ADMINISTRATOR)).isEqualTo(Reach.NONE));
    }

    @Test
    void nobody_reaches_further_than_their_own_agency_with_its_private_material() {
        for (Role role : Role.values()) {
            assertThat(Permission.READ_OWN_MATERIAL.reach(role)).isIn(Reach.NONE, Reach.OWN);
            assertThat(Permission.REPORT_PROGRESS.reach(role)).isIn(Reach.NONE, Reach.ASSIGNED, Reach.OWN);
            assertThat(Permission.ASSIGN_WORK.reach(role)).isIn(Reach.NONE, Reach.OWN);
            assertThat(Permission.ANSWER_OFFER.reach(role)).isIn(Reach.NONE, Reach.OWN);
        }
    }

    @Test
    void a_contributor_reports_on_what_is_assigned_and_assigns_nothing() {
        assertThat(Permission.REPORT_PROGRESS.reach(Role.CONTRIBUTOR)).isEqualTo(Reach.ASSIGNED);
        assertThat(Permission.ASSIGN_WORK.reach(Role.CONTRIBUTOR)).isEqualTo(Reach.NONE);
        assertThat(Permission.REPORT_PROGRESS.reach(Set.of(Role.CONTRIBUTOR, Role.COORDINATOR)))
                .isEqualTo(Reach.OWN);
    }

    @Test
    void board_members_and_observers_change_nothing() {
        for (Role role : Set.of(Role.BOARD_MEMBER, Role.OBSERVER)) {
            assertThat(EnumSet.of(
                            Permission.IMPORT_PLAN,
                            Permission.ASSIGN_CONTRIBUTIONS,
                            Permission.ANSWER_OFFER,
                            Permission.ASSIGN_WORK,
                            Permission.CONFIRM_ROLES,
                            Permission.REPORT_PROGRESS,
                            Permission.CONFIRM_DATES,
                            Permission.MANAGE_PEOPLE))
                    .as(role.title())
                    .allSatisfy(p -> assertThat(p.reach(role)).isEqualTo(Reach.NONE));
        }
    }

    @Test
    void a_practitioner_does_not_see_how_agencies_stand() {
        assertThat(Permission.READ_CONTRIBUTIONS.reach(Role.PRACTITIONER)).isEqualTo(Reach.NONE);
    }

    @Test
    void several_roles_reach_as_far_as_the_widest() {
        assertThat(Permission.READ_PEOPLE.reach(Set.of(Role.CONTRIBUTOR, Role.CHAIR)))
                .isEqualTo(Reach.ALL);
        assertThat(Permission.READ_PEOPLE.reach(Set.<Role>of())).isEqualTo(Reach.NONE);
    }
}
