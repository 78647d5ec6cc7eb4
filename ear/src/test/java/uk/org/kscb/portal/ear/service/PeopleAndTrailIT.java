package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.partnership.AccountService;
import uk.org.kscb.portal.partnership.ConfirmationService;
import uk.org.kscb.portal.partnership.ConfirmationService.WaitingRole;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.partnership.PeopleService.Invite;
import uk.org.kscb.portal.partnership.PeopleService.RoleView;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.ContributionService;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Identity;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotSignedIn;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Passwords;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.security.SignedIn;
import uk.org.kscb.portal.platform.trail.TrailService;
import uk.org.kscb.portal.platform.trail.TrailService.EntryView;

/** People come by invitation, act within their agency, and leave a trail that cannot be bent. */
class PeopleAndTrailIT extends ContainerTest {

    @EJB
    private PeopleService people;

    @EJB
    private ConfirmationService confirmations;

    @Inject
    private Passwords passwords;

    @EJB
    private AccountService account;

    @EJB
    private ActionService actions;

    @EJB
    private ContributionService contributions;

    @EJB
    private TrailService trail;

    @Inject
    private Identity identity;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @Test
    void an_invitation_lets_one_person_in_once() {
        String secret = invite("police", "invited.once", "POLICE", Role.CONTRIBUTOR);
        assertThat(account.invitation(secret).agency()).isEqualTo("Kent Police");
        assertThatThrownBy(() -> account.acceptInvitation(secret, "short")).isInstanceOf(Refusal.class);
        account.acceptInvitation(secret, "three quiet words");
        assertThat(identity.signIn("invited.once", "three quiet words", "test")).isPresent();
        assertThat(identity.signIn("invited.once", "three loud words", "test")).isEmpty();
        assertThatThrownBy(() -> account.acceptInvitation(secret, "another password"))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void an_invitation_expires() throws SQLException {
        String secret = invite("police", "invited.late", "POLICE", Role.CONTRIBUTOR);
        change("update invitation set expires_at = 1 where used_at is null");
        assertThatThrownBy(() -> account.invitation(secret)).isInstanceOf(NotVisible.class);
    }

    @Test
    void a_lost_password_is_replaced_by_a_new_link_and_older_links_end() {
        String first = invite("police", "forgot.password", "POLICE", Role.CONTRIBUTOR);
        assertThatThrownBy(() -> As.person("health", () -> people.inviteAgain("forgot.password")))
                .as("another agency's coordinator")
                .isInstanceOf(NotVisible.class);
        String link =
                As.person("police", () -> people.inviteAgain("forgot.password")).link();
        assertThatThrownBy(() -> account.invitation(first)).isInstanceOf(NotVisible.class);
        account.acceptInvitation(link.substring(link.lastIndexOf('/') + 1), "a newer set of words");
        assertThat(identity.signIn("forgot.password", "a newer set of words", "test"))
                .isPresent();
        assertThatThrownBy(() -> As.person("police", () -> people.inviteAgain("twohats")))
                .as("somebody who acts for another agency too")
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void a_new_password_ends_what_the_old_one_opened() throws SQLException {
        String secret = invite("police", "was.overheard", "POLICE", Role.CONTRIBUTOR);
        account.acceptInvitation(secret, "heard through the door");
        SignedIn before = identity.signIn("was.overheard", "heard through the door", "test")
                .orElseThrow();
        String token = Secret.fresh();
        change("insert into access_token (public_id, member_id, agency_id, label, secret_hash, created_at)"
                + " select 'tokenoverheard000000', r.member_id, r.agency_id, 'Taken', '" + Secret.hash(token)
                + "', 0 from member_role r join member m on m.id = r.member_id where m.user_name = 'was.overheard'");
        assertThat(identity.viewer(before, null)).isPresent();
        assertThat(identity.bearer(token)).isPresent();
        String link =
                As.person("police", () -> people.inviteAgain("was.overheard")).link();
        account.acceptInvitation(link.substring(link.lastIndexOf('/') + 1), "behind a thicker door");
        assertThat(identity.viewer(before, null)).as("a session from before").isEmpty();
        assertThat(identity.bearer(token)).as("an access token from before").isEmpty();
        assertThat(identity.signIn("was.overheard", "behind a thicker door", "test")
                        .flatMap(now -> identity.viewer(now, null)))
                .isPresent();
    }

    @Test
    void many_failures_from_one_address_close_it_for_every_account() throws SQLException {
        change("insert into sign_in_failure (account, address, at) with recursive s (n) as (select 1 union all"
                + " select n + 1 from s where n < 50) select concat('guess-', n), '203.0.113.7', "
                + Instant.now().toEpochMilli() + " from s");
        assertThatThrownBy(() -> identity.signIn("police", "sample-police-2011", "203.0.113.7"))
                .isInstanceOf(Identity.Throttled.class);
        assertThat(identity.signIn("police", "sample-police-2011", "203.0.113.8"))
                .as("another address")
                .isPresent();
    }

    @Test
    void that_an_agency_reported_to_itself_alone_is_in_its_own_trail_only() throws SQLException {
        As.does(
                "health",
                () -> contributions.report(new ReportProgress(
                        "4.3.3", "HEALTH", ReportedStatus.AT_RISK, "Between us.", null, null, true)));
        assertThat(As.person("health", () -> trail.entries(1)).entries())
                .anySatisfy(e -> assertThat(e.what()).isEqualTo("contribution.report.within-agency"));
        giveTokenTo("admin");
        for (String reader : new String[] {"kscb", "admin", "chair"}) {
            assertThat(As.person(reader, () -> trail.entries(1)).entries())
                    .as(reader)
                    .isNotEmpty()
                    .noneSatisfy(e -> assertThat(e.what()).endsWith(".within-agency"));
        }
        assertThat(As.person("kscb", () -> trail.verify()).firstBroken()).isNull();
    }

    @Test
    void a_coordinator_manages_their_own_agency_only() {
        assertThat(As.person("police", () -> people.people()))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.agency().code()).isEqualTo("POLICE"));
        assertThatThrownBy(() -> invite("police", "somebody.else", "HEALTH", Role.CONTRIBUTOR))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> invite("police", "somebody.big", "POLICE", Role.MANAGER))
                .isInstanceOf(Refusal.class);
        RoleView healths = As.person("kscb", () -> people.people()).stream()
                .filter(p -> p.userName().equals("health2"))
                .findFirst()
                .orElseThrow()
                .roles()
                .getFirst();
        assertThatThrownBy(() -> As.does("police", () -> people.withdrawRole(healths.id())))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("police", () -> people.giveRole("police", "POLICE", Role.AUDITOR, null)))
                .as("nobody gives a role to themselves")
                .isInstanceOf(PeopleService.NoRoleForYourself.class);
        assertThatThrownBy(() -> invite("chair", "by.the.chair", "POLICE", Role.CONTRIBUTOR))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_coordinator_withdraws_no_role_that_reaches_beyond_the_agency() throws SQLException {
        RoleView manager = As.person("kscb", () -> people.people()).stream()
                .filter(p -> p.userName().equals("kscb"))
                .findFirst()
                .orElseThrow()
                .roles()
                .getFirst();
        change("insert into member_role (public_id, member_id, agency_id, role, given_at, given_by)"
                + " select 'officecoordinator123', member_id, agency_id, 'COORDINATOR', 1, 'test' from member_role"
                + " where role = 'MODERATOR' limit 1");
        try {
            assertThatThrownBy(() -> As.does("moderator", () -> people.withdrawRole(manager.id())))
                    .isInstanceOf(Refusal.class);
        } finally {
            change("delete from member_role where public_id = 'officecoordinator123'");
        }
    }

    @Test
    void what_an_administrator_gives_opens_nothing_until_a_second_person_confirms_it() throws SQLException {
        giveTokenTo("admin");
        String secret = invite("admin", "made.up", "POLICE", Role.COORDINATOR);
        assertThat(account.invitation(secret).waits()).isTrue();
        account.acceptInvitation(secret, "a name that i invented");
        assertThatThrownBy(() -> identity.signIn("made.up", "a name that i invented", "test"))
                .isInstanceOf(Identity.Waiting.class);
        assertThat(identity.signIn("made.up", "a wrong password", "test")).isEmpty();

        WaitingRole role = waiting("admin", "made.up");
        assertThat(role.yours()).as("who gave it").isFalse();
        assertThatThrownBy(() -> As.does("admin", () -> confirmations.confirm(role.id())))
                .isInstanceOf(MemberRole.SecondPersonNeeded.class);
        assertThatThrownBy(() -> As.does("health", () -> confirmations.confirm(role.id())))
                .as("another agency's coordinator")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("police2", () -> confirmations.confirm(role.id())))
                .as("a contributor")
                .isInstanceOf(NotPermitted.class);
        assertThat(waiting("kscb", "made.up").yours()).isTrue();

        As.does("police", () -> confirmations.confirm(role.id()));
        assertThat(identity.signIn("made.up", "a name that i invented", "test")).isPresent();
        assertThat(As.person("kscb", () -> trail.entries(1)).entries())
                .extracting(EntryView::who, EntryView::what, EntryView::result)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("admin", "people.invite", "done"),
                        org.assertj.core.groups.Tuple.tuple("admin", "people.role.confirm", "refused"),
                        org.assertj.core.groups.Tuple.tuple("police", "people.role.confirm", "done"));
    }

    @Test
    void a_made_up_fellow_administrator_confirms_nothing_either() throws SQLException {
        giveTokenTo("admin");
        String secret = invite("admin", "made.up.fellow", "KSCB", Role.ADMINISTRATOR);
        account.acceptInvitation(secret, "a second name of mine");
        assertThatThrownBy(() -> identity.signIn("made.up.fellow", "a second name of mine", "test"))
                .isInstanceOf(Identity.Waiting.class);
        As.does(
                "kscb",
                () -> confirmations.confirm(waiting("kscb", "made.up.fellow").id()));
        assertThat(identity.signIn("made.up.fellow", "a second name of mine", "test"))
                .isPresent();
    }

    @Test
    void a_role_that_waits_leaves_what_its_holder_has_alone() throws SQLException {
        giveTokenTo("admin");
        assertThat(As.person("admin", () -> people.giveRole("visitor", "NHS-KCHT", Role.COORDINATOR, null)))
                .isTrue();
        assertThatThrownBy(() -> As.person("visitor", () -> people.people())).isInstanceOf(NotPermitted.class);
        assertThat(As.person("visitor", () -> actions.home()).agencyName()).isNotEmpty();
        As.does("admin", () -> people.withdrawRole(waiting("admin", "visitor").id()));
    }

    @Test
    void a_link_that_an_administrator_makes_opens_nothing_until_a_second_person_confirms() throws SQLException {
        giveTokenTo("admin");
        String link = As.person("admin", () -> people.inviteAgain("voluntary")).link();
        account.acceptInvitation(link.substring(link.lastIndexOf('/') + 1), "taken over quietly");
        assertThatThrownBy(() -> identity.signIn("voluntary", "taken over quietly", "test"))
                .isInstanceOf(Identity.Waiting.class);
        As.does("kscb", () -> confirmations.confirm(waiting("kscb", "voluntary").id()));
        assertThat(identity.signIn("voluntary", "taken over quietly", "test")).isPresent();
        change("update member set password_hash = '" + passwords.hash("sample-voluntary-2011")
                + "' where user_name = 'voluntary'");
        change("update access_token set revoked_at = null where member_id = (select m.id from member m where"
                + " m.user_name = 'voluntary')");
    }

    @Test
    void to_a_coordinator_people_of_other_agencies_are_as_unknown_as_nobody() {
        for (String elsewhere : new String[] {"health", "kscb", "no.such.person"}) {
            assertThatThrownBy(() ->
                            As.person("police", () -> people.giveRole(elsewhere, "POLICE", Role.CONTRIBUTOR, null)))
                    .as(elsewhere)
                    .isInstanceOf(NotVisible.class)
                    .hasMessage("There is no person here that you can see.");
        }
    }

    private WaitingRole waiting(String viewer, String userName) {
        return As.person(viewer, () -> confirmations.waiting()).stream()
                .filter(r -> r.userName().equals(userName))
                .findFirst()
                .orElseThrow();
    }

    /** The sample administrator has no token of their own. */
    private void giveTokenTo(String userName) throws SQLException {
        change("delete from access_token where label = 'Test of the second person'");
        change("insert into access_token (public_id, member_id, agency_id, label, secret_hash, created_at)"
                + " select 'testofsecondperson00', r.member_id, r.agency_id, 'Test of the second person', '"
                + Secret.hash("sample-token-" + userName)
                + "', 1 from member_role r join member m on m.id = r.member_id"
                + " where m.user_name = '" + userName + "' limit 1");
    }

    @Test
    void a_withdrawn_role_works_at_the_next_call() {
        assertThat(As.person("police2", () -> actions.home()).agencyName()).isEqualTo("Kent Police");
        RoleView role = As.person("police", () -> people.people()).stream()
                .filter(p -> p.userName().equals("police2"))
                .findFirst()
                .orElseThrow()
                .roles()
                .getFirst();
        As.does("police", () -> people.withdrawRole(role.id()));
        assertThatThrownBy(() -> As.person("police2", () -> actions.home())).isInstanceOf(NotSignedIn.class);
        As.does("police", () -> people.giveRole("police2", "POLICE", Role.CONTRIBUTOR, null));
        assertThat(As.person("police2", () -> actions.home()).agencyName()).isEqualTo("Kent Police");
    }

    @Test
    void a_token_is_shown_once_and_ends_when_it_is_revoked() {
        var token = As.person("health", () -> account.createToken("Test script"));
        assertThat(identity.bearer(token.secret())).isPresent();
        assertThatThrownBy(() -> As.does(
                        "police", () -> account.revokeToken(token.token().id())))
                .as("somebody else's")
                .isInstanceOf(NotVisible.class);
        As.does("health", () -> account.revokeToken(token.token().id()));
        assertThat(identity.bearer(token.secret())).isEmpty();
    }

    @Test
    void doing_refusals_and_exports_are_in_the_trail() {
        As.person("police", () -> actions.documentJson());
        assertThatThrownBy(() -> As.does("police", () -> people.withdrawRole("nosuchrole")))
                .isInstanceOf(NotVisible.class);
        assertThat(As.person("kscb", () -> trail.entries(1)).entries())
                .extracting(EntryView::who, EntryView::what, EntryView::result)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("police", "plan.export", "done"),
                        org.assertj.core.groups.Tuple.tuple("police", "people.role.withdraw", "refused"));
        assertThat(As.person("police", () -> trail.entries(1)).entries())
                .as("a coordinator sees their own agency's")
                .allSatisfy(e -> assertThat(e.agency()).isEqualTo("POLICE"));
        assertThat(As.person("chair", () -> trail.entries(1)).entries())
                .as("the chair sees a summary without names")
                .allSatisfy(e -> assertThat(e.who()).isEmpty());
    }

    @Test
    void a_bent_trail_names_the_first_broken_entry() throws SQLException {
        As.person("police", () -> actions.documentJson());
        assertThat(As.person("kscb", () -> trail.verify()).firstBroken()).isNull();
        change("update trail_entry set who = concat(who, '?') where number = 3");
        try {
            assertThat(As.person("kscb", () -> trail.verify()).firstBroken()).isEqualTo(3L);
        } finally {
            change("update trail_entry set who = left(who, char_length(who) - 1) where number = 3");
        }
        assertThat(As.person("kscb", () -> trail.verify()).firstBroken()).isNull();
    }

    @Test
    void too_many_wrong_passwords_close_the_account_for_a_while() throws SQLException {
        for (int i = 0; i < 10; i++) {
            assertThat(identity.signIn("voluntary", "wrong", "10.0.0.1")).isEmpty();
        }
        assertThatThrownBy(() -> identity.signIn("voluntary", "sample-voluntary-2011", "10.0.0.2"))
                .isInstanceOf(Identity.Throttled.class);
        change("delete from sign_in_failure");
        assertThat(identity.signIn("voluntary", "sample-voluntary-2011", "10.0.0.2"))
                .isPresent();
    }

    private String invite(String by, String userName, String agency, Role role) {
        String link = As.person(
                        by, () -> people.invite(new Invite("Somebody New", userName, agency, Set.of(role), null)))
                .link();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void change(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}
