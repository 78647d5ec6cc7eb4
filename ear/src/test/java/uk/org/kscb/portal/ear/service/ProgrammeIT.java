package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditCalendar;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.PlanLine;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ProgrammeService;
import uk.org.kscb.portal.practiceaudit.ProgrammeTopic;
import uk.org.kscb.portal.practiceaudit.ProgrammeView;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.Recurrence;
import uk.org.kscb.portal.practiceaudit.ScopeAudit;

/** The programme: whose word it needs, and who sees what of it. */
class ProgrammeIT extends ContainerTest {
    private static final int YEAR = 2031;
    private static final List<String> AUDITS = List.of("A11-80", "A11-81", "A11-83", "A11-84", "A11-85");

    @EJB
    private ProgrammeService programmes;

    @EJB
    private PracticeAuditService audits;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @AfterEach
    void leave_no_programme_behind() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String code : AUDITS) {
                Removal.ofAudit(connection, code);
            }
        }
        String year = "(select id from programme where year = " + YEAR + ")";
        String lines = "(select id from programme_line where programme_id in " + year + ")";
        change("delete from programme_change where line_id in " + lines);
        change("delete from programme_line_agency where line_id in " + lines);
        change("delete from programme_line where programme_id in " + year);
        change("delete from programme_approval where programme_id in " + year);
        change("delete from programme where year = " + YEAR);
    }

    @Test
    void a_draft_is_for_those_who_write_and_approve_it() {
        plan("Referrals", Set.of("POLICE"), "");
        assertThat(view("kscb").started()).isTrue();
        assertThat(view("board").started()).isTrue();
        assertThat(view("police").started()).isFalse();
        assertThat(view("moderator").started()).isFalse();
        assertThatThrownBy(() -> As.does("police", () -> programmes.plan(line("x", Set.of("POLICE"), ""))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void each_board_speaks_for_itself_and_the_safeguarding_board_decides() {
        plan("Referrals", Set.of("POLICE"), "");
        As.does("kscb", () -> programmes.propose(YEAR));
        assertThatThrownBy(() ->
                        As.does("board", () -> programmes.approve(YEAR, "Kent Safeguarding Children Board", "item 7")))
                .isInstanceOf(NotVisible.class);
        As.does("board", () -> programmes.approve(YEAR, "Improvement Board", "item 5"));
        assertThat(view("kscb").state()).isEqualTo(State.PROPOSED);
        As.does("kscbboard", () -> programmes.approve(YEAR, "Kent Safeguarding Children Board", "item 7"));
        assertThat(view("kscb").state()).isEqualTo(State.APPROVED);
        assertThat(view("kscb").approvals())
                .extracting(ProgrammeView.Approval::board)
                .containsExactly("Improvement Board", "Kent Safeguarding Children Board");
    }

    @Test
    void an_agency_sees_the_lines_that_ask_it_and_not_whom_else_they_ask() {
        approved();
        assertThat(view("police").lines()).singleElement().satisfies(l -> {
            assertThat(l.theme()).isEqualTo("Referrals");
            assertThat(l.agencies()).extracting(a -> a.code()).containsExactly("POLICE");
            assertThat(l.hours()).isNull();
        });
        assertThat(view("health").lines()).hasSize(2);
        assertThat(view("schools").lines()).isEmpty();
        assertThat(view("observer").lines()).hasSize(2).allSatisfy(l -> {
            assertThat(l.agencies()).isEmpty();
            assertThat(l.why()).isEmpty();
        });
    }

    @Test
    void an_approved_year_changes_only_with_the_chairs_word() {
        approved();
        plan("Missing children", Set.of("POLICE"), "Two incidents in May");
        ProgrammeView.Change change = view("kscb").changes().getFirst();
        assertThat(view("police").lines()).extracting(ProgrammeView.Line::theme).doesNotContain("Missing children");
        assertThatThrownBy(() -> As.does("kscb", () -> programmes.decide(change.id(), true, null)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.does("board", () -> programmes.decide(change.id(), true, null)))
                .isInstanceOf(NotPermitted.class);
        As.does("chair", () -> programmes.decide(change.id(), true, null));
        assertThat(view("police").lines())
                .filteredOn(l -> l.theme().equals("Missing children"))
                .extracting(ProgrammeView.Line::state)
                .containsExactly(LineState.PLANNED);
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> programmes.takeOut(
                                YEAR, view("kscb").lines().getFirst().id())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_line_that_comes_round_every_quarter_is_carried_out_by_an_audit_for_each() {
        As.does("kscb", () -> programmes.plan(line("Referrals", Set.of("POLICE"), "", Recurrence.QUARTER)));
        As.does("kscb", () -> programmes.propose(YEAR));
        As.does("kscbboard", () -> programmes.approve(YEAR, "Kent Safeguarding Children Board", "item 7"));
        assertThat(rounds("kscb")).containsExactly("1 []", "2 []", "3 []", "4 []");
        scope("A11-85", 2);
        assertThat(rounds("kscb")).containsExactly("1 []", "2 [A11-85]", "3 []", "4 []");
        assertThatThrownBy(() -> scope("A11-83", 2)).isInstanceOf(Refusal.class).hasMessageContaining("Another audit");
        assertThatThrownBy(() -> scope("A11-83", 5)).isInstanceOf(Refusal.class).hasMessageContaining("come round");
        scope("A11-81", null);
        String copy =
                As.person("kscb", () -> audits.copy("A11-85", LocalDate.of(2031, 10, 1), LocalDate.of(2031, 12, 31)));
        try {
            assertThat(rounds("kscb")).containsExactly("1 [A11-81]", "2 [A11-85]", "3 [" + copy + "]", "4 []");
            assertThat(rounds("observer")).containsExactly("1 []", "2 []", "3 []", "4 []");
            String later =
                    As.person("kscb", () -> audits.copy("A11-85", LocalDate.of(2032, 4, 1), LocalDate.of(2032, 6, 30)));
            assertThat(rounds("kscb")).as("of another year").noneMatch(r -> r.contains(later));
            remove(later);
            As.does(
                    "kscb",
                    () -> audits.move(new MoveAudit("A11-85", AuditMove.CANCEL, "Not wanted any more", Set.of())));
            scope("A11-83", 2);
            assertThat(rounds("kscb").get(1))
                    .as("a cancelled one leaves its place")
                    .isEqualTo("2 [A11-83, A11-85]");
            scope("A11-84", 4);
            assertThatThrownBy(() -> scope("A11-80", null))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("carry out this line");
        } finally {
            remove(copy);
        }
    }

    private void remove(String code) {
        try (Connection connection = database.getConnection()) {
            Removal.ofAudit(connection, code);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rounds(String person) {
        return view(person).lines().getFirst().rounds().stream()
                .map(r -> r.quarter() + " "
                        + r.audits().stream().map(ProgrammeView.Audit::code).toList())
                .toList();
    }

    private void scope(String code, @Nullable Integer quarter) {
        String line = view("kscb").lines().getFirst().id();
        As.does(
                "kscb",
                () -> audits.scope(new ScopeAudit(
                        code,
                        "Referrals",
                        "Referrals",
                        "Are they at the right level?",
                        AuditKind.THEMATIC,
                        null,
                        LocalDate.of(2031, 4, 1),
                        LocalDate.of(2031, 6, 30),
                        Map.of("POLICE", AgencyPart.INVOLVED),
                        line,
                        quarter)));
    }

    @Test
    void the_calendar_shows_an_agency_its_own_load_alone() {
        AuditCalendar manager = As.person("kscb", () -> audits.calendar());
        assertThat(manager.load()).extracting(l -> l.agency().code()).contains("POLICE", "HEALTH");
        AuditCalendar police = As.person("police", () -> audits.calendar());
        assertThat(police.load()).isNotEmpty().allMatch(l -> l.agency().code().equals("POLICE"));
        assertThat(police.audits())
                .extracting(AuditCalendar.Entry::code)
                .contains("A11-03")
                .doesNotContain("A11-02");
        assertThat(As.person("observer", () -> audits.calendar()).audits()).isEmpty();
    }

    private void approved() {
        plan("Referrals", Set.of("POLICE", "HEALTH"), "");
        plan("Supervision", Set.of("HEALTH"), "");
        As.does("kscb", () -> programmes.propose(YEAR));
        As.does("kscbboard", () -> programmes.approve(YEAR, "Kent Safeguarding Children Board", "item 7"));
    }

    private void plan(String theme, Set<String> agencies, String reason) {
        As.does("kscb", () -> programmes.plan(line(theme, agencies, reason)));
    }

    private static PlanLine line(String theme, Set<String> agencies, String reason) {
        return line(theme, agencies, reason, Recurrence.ONCE);
    }

    private static PlanLine line(String theme, Set<String> agencies, String reason, Recurrence rule) {
        return new PlanLine(
                YEAR,
                theme,
                "An inspection",
                AuditKind.THEMATIC,
                "KSCB manager",
                agencies,
                1,
                2,
                20,
                40,
                "",
                Set.of(ProgrammeTopic.FRONT_DOOR),
                rule,
                reason);
    }

    private ProgrammeView view(String person) {
        return As.person(person, () -> programmes.programme(YEAR));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
