package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.FilledAudit;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.MasterSheet;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.practiceaudit.ResultView;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ResultView.QuestionLine;
import uk.org.kscb.portal.practiceaudit.SampleService;
import uk.org.kscb.portal.practiceaudit.ThresholdOutcome;

/** What the numbers say, and to whom. */
@SuppressWarnings("NullAway") // what a view leaves out for one person is there for another
class AuditResultsIT extends ContainerTest {
    private static final String RELEASED = "T11-91";
    private static final String HELD = "T11-92";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @EJB
    private ResultService results;

    @EJB
    private PracticeAuditService audits;

    @EJB
    private SampleService samples;

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.getConnection()) {
            released = FilledAudit.referrals(connection, RELEASED, true).id();
            FilledAudit.referrals(connection, HELD, false);
        }
    }

    private long released;

    @AfterEach
    void clear() throws SQLException {
        try (Connection connection = database.getConnection()) {
            FilledAudit.find(connection, RELEASED).remove();
            FilledAudit.find(connection, HELD).remove();
        }
    }

    @Test
    void all_four_threshold_outcomes_are_reported() {
        var threshold = view("kscb", RELEASED).figures().threshold();
        assertThat(threshold.match().share()).isEqualTo(new Share(39, 57));
        assertThat(threshold.outcomes())
                .extracting(o -> o.outcome(), o -> o.share().share().count())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ThresholdOutcome.MATCH, 39L),
                        org.assertj.core.groups.Tuple.tuple(ThresholdOutcome.TOO_HIGH, 9L),
                        org.assertj.core.groups.Tuple.tuple(ThresholdOutcome.TOO_LOW, 5L),
                        org.assertj.core.groups.Tuple.tuple(ThresholdOutcome.NONE_GIVEN, 4L));
    }

    @Test
    void a_case_counts_once_in_the_outcomes_however_many_agencies_know_the_child() throws SQLException {
        try (Connection connection = database.getConnection()) {
            FilledAudit.find(connection, RELEASED).involved("PROBATION", 1, 30);
            FilledAudit.find(connection, HELD).involved("PROBATION", 1, 30);
        }
        assertThat(view("kscb", RELEASED).figures().threshold().match().share()).isEqualTo(new Share(39, 57));
        change("update return_case set part = 'INVOLVED' where part = 'REFERRER' and case_id in (select c.id from"
                + " audit_case c join practice_audit p on p.id = c.audit_id where c.position = 1 and p.code = '" + HELD
                + "')");
        assertThat(view("kscb", HELD).figures().threshold().match().share())
                .as("nobody referred it: each agency that judged it counts")
                .isEqualTo(new Share(39, 58));
    }

    @Test
    void hours_and_working_days_to_the_decision_are_counted_over_easter() {
        var speed = view("kscb", RELEASED).figures().speed();
        assertThat(speed.cases()).as("one was decided before it came: left out").isEqualTo(56);
        assertThat(speed.inTime().share()).isEqualTo(new Share(50, 56));
        assertThat(speed.hours()).isEqualTo(4);
        assertThat(speed.longest()).isEqualTo(144);
    }

    @Test
    void strata_are_reported_and_the_county_is_weighted_by_its_population() throws SQLException {
        assertThat(view("kscb", HELD).figures().strata())
                .as("nothing was drawn")
                .isNull();
        change("update audit_case set stratum = if(position <= 30, 'Police', 'Others') where audit_id = " + released);
        change("insert into sample_draw (audit_id, seed, method, strata, reserve_percent, population_fingerprint,"
                + " draw_fingerprint, drawn_on, drawn_at, drawn_by) values (" + released + ", 'seed', 'As written',"
                + " '[\"Others\\\\t100\\\\t27\\\\t0\",\"Police\\\\t900\\\\t30\\\\t0\"]', 0, repeat('0', 64), repeat('0', 64),"
                + " '2011-05-01', 0, 'kscb')");
        var strata = view("kscb", RELEASED).figures().strata();
        assertThat(strata.lines())
                .extracting(
                        s -> s.line().name(),
                        s -> s.population(),
                        s -> s.line().matched().share())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Others", 100, new Share(9, 27)),
                        org.assertj.core.groups.Tuple.tuple("Police", 900, new Share(30, 30)));
        assertThat(strata.matched()).isCloseTo((100 * 9 / 27.0 + 900) / 1000, within(0.0001));
        assertThat(view("schools", RELEASED).figures().strata())
                .as("not for an agency")
                .isNull();
    }

    @Test
    void what_an_agency_answered_for_a_child_it_does_not_know_counts_nowhere() throws SQLException {
        change("update return_case set known = 0 where id in (select id from (select rc.id from return_case rc"
                + " join agency_return r on r.id = rc.return_id join agency a on a.id = r.agency_id"
                + " join practice_audit p on p.id = r.audit_id where p.code = '" + HELD
                + "' and a.code = 'SCHOOLS') nine)");
        var figures = view("kscb", HELD).figures();
        assertThat(figures.questions().stream()
                        .filter(q -> q.ref().equals("Q1"))
                        .findFirst()
                        .orElseThrow()
                        .met()
                        .share()
                        .of())
                .isEqualTo(48);
        assertThat(figures.grades().getFirst().unchanged().share().of()).isEqualTo(30);
    }

    @Test
    void two_rounds_stand_side_by_side_by_the_same_question() throws SQLException {
        change("update practice_audit set reaudit_of_id = " + released + " where code = '" + HELD + "'");
        change("update answer set value = 'YES' where value = 'NO' and question_id in (select q.id from tool_question q"
                + " join practice_audit p on p.tool_version_id = q.version_id where p.code = '" + HELD
                + "' and q.ref = 'Q1')");
        var rounds = view("kscb", HELD).figures().rounds();
        assertThat(rounds.beforeCode()).isEqualTo(RELEASED);
        assertThat(rounds.lines().stream()
                        .filter(l -> l.ref().equals("Q1"))
                        .findFirst()
                        .orElseThrow())
                .satisfies(l -> assertThat(l.before().share()).isEqualTo(new Share(54, 57)))
                .satisfies(l -> assertThat(l.now().share()).isEqualTo(new Share(57, 57)))
                .satisfies(l -> assertThat(l.change()).isEqualTo(ResultView.Change.IMPROVED))
                .satisfies(l -> assertThat(l.certain())
                        .as("three more of 57 may be chance")
                        .isFalse());
        assertThat(rounds.lines().stream()
                        .filter(l -> l.ref().equals("Q9"))
                        .findFirst()
                        .orElseThrow()
                        .change())
                .as("as low as before")
                .isEqualTo(ResultView.Change.NEEDS_WORK);
    }

    @Test
    void an_agency_learns_nothing_of_the_front_door_alone() {
        assertThat(view("kscb", RELEASED).figures().speed()).isNotNull();
        assertThat(view("schools", RELEASED).figures().speed()).isNull();
        assertThat(view("schools", RELEASED).figures().rounds()).isNull();
        var schools = view("schools", RELEASED).figures();
        assertThat(view("kscb", RELEASED).figures().sections())
                .extracting(s -> s.section())
                .contains("F");
        assertThat(schools.sections())
                .as("section F is the front door's alone")
                .extracting(s -> s.section())
                .contains("A", "C")
                .doesNotContain("F");
        assertThat(schools.questions()).extracting(q -> q.ref()).contains("Q1").doesNotContain("Q21");
        assertThat(schools.grades()).as("only the police were graded besides").isEmpty();
    }

    @Test
    void self_grades_stand_against_the_panels() {
        GradeTable table = view("kscb", RELEASED).figures().grades().getFirst();
        assertThat(table.unchanged().share()).isEqualTo(new Share(22, 30));
        assertThat(table.kappa().value().orElseThrow()).isCloseTo(0.6013, within(0.00005));
        assertThat(table.linear().value().orElseThrow()).isCloseTo(0.6970, within(0.00005));
        assertThat(table.quadratic().value().orElseThrow()).isCloseTo(0.8020, within(0.00005));
    }

    @Test
    void questions_come_weakest_first_and_leave_out_what_does_not_apply() {
        var lines = view("kscb", RELEASED).figures().questions();
        QuestionLine weakest = lines.getFirst();
        assertThat(weakest.ref()).isEqualTo("Q9");
        assertThat(weakest.met().share())
                .as("each case once, though both sides answered")
                .isEqualTo(new Share(21, 55));
        assertThat(weakest.notApplicable()).isEqualTo(2);
        assertThat(weakest.both().share()).isEqualTo(new Share(21, 55));
        assertThat(lines.stream()
                        .filter(q -> q.ref().equals("Q13"))
                        .findFirst()
                        .orElseThrow()
                        .met()
                        .share())
                .as("a yes to the question about harm is the failure")
                .isEqualTo(new Share(54, 57));
    }

    @Test
    void a_school_coordinator_reads_own_cases_beside_a_county_that_names_nobody() {
        ResultView view = view("schools", RELEASED);
        assertThat(view.own().cases()).hasSize(9);
        assertThat(view.own().tallies().stream()
                        .filter(t -> t.grade().equals("Good"))
                        .findFirst()
                        .orElseThrow())
                .satisfies(t -> assertThat(t.self()).isEqualTo(6))
                .satisfies(t -> assertThat(t.moderated()).isEqualTo(4));
        assertThat(view.own().cases()).allSatisfy(c -> assertThat(c.reason()).isEqualTo("The panel read it so"));
        assertThat(view.figures().agencies()).isEmpty();
        assertThat(view.figures().districts()).isEmpty();
        assertThat(view.figures().calibration())
                .allSatisfy(c -> assertThat(c.agency().code()).isEqualTo("SCHOOLS"));
        assertThat(view.toString()).doesNotContain("Police", "POLICE", "Health", "HEALTH");
        assertThat(view.own().questions().stream()
                        .filter(q -> q.ref().equals("Q9"))
                        .findFirst()
                        .orElseThrow()
                        .county()
                        .share())
                .isEqualTo(new Share(21, 55));
    }

    @Test
    void small_numbers_are_kept_back_from_those_who_see_figures_not_their_own() {
        var outcomes = view("schools", RELEASED).figures().threshold().outcomes();
        assertThat(outcomes.get(2).share().kept()).as("5 too low").isTrue();
        assertThat(outcomes.get(3).share().kept()).as("4 without a level").isTrue();
        assertThat(outcomes.get(2).share().share()).isEqualTo(new Share(0, 0));
        assertThat(view("schools", RELEASED).figures().grades())
                .allSatisfy(g -> assertThat(g.grid()).isNull());
        var board = view("board", RELEASED).figures();
        assertThat(board.threshold().outcomes().get(2).share().kept()).isTrue();
        assertThat(board.levels().items()).as("no case rows for the board").isEmpty();
        assertThat(board.agencies().stream()
                        .filter(a -> a.name().startsWith("Schools"))
                        .findFirst()
                        .orElseThrow())
                .satisfies(a -> assertThat(a.comparable()).isFalse())
                .satisfies(a -> assertThat(a.met().kept()).isTrue());
        assertThat(view("kscb", RELEASED).figures().threshold().outcomes())
                .noneSatisfy(o -> assertThat(o.share().kept()).isTrue());
    }

    @Test
    void calibration_tells_a_moderator_of_no_audit_that_is_not_released() throws SQLException {
        change("update practice_audit set state = 'MODERATING' where code = '" + HELD + "'");
        assertThat(view("kscb", RELEASED).figures().calibration().toString()).contains(RELEASED, HELD);
        assertThat(view("moderator2", HELD).figures().calibration().toString()).contains(RELEASED, HELD);
        change(
                "update agency_return r join agency g on g.id = r.agency_id set r.state = 'REOPENED' where g.code = 'HEALTH'"
                        + " and r.audit_id = (select p.id from practice_audit p where p.code = '" + HELD + "')");
        assertThat(view("moderator2", HELD).figures()).as("blind first").isNull();
        assertThat(view("moderator2", RELEASED).figures().calibration().toString())
                .contains(RELEASED)
                .doesNotContain(HELD);
    }

    @Test
    void cases_without_a_district_are_a_row_of_their_own() throws SQLException {
        change("update audit_case set district = null where position <= 4 and audit_id = " + released);
        assertThat(view("kscb", RELEASED).figures().districts())
                .extracting(d -> d.name())
                .contains("Withheld");
        assertThat(view("board", RELEASED).figures().districts().stream()
                        .filter(d -> d.matched().kept()))
                .as("the total gives none away")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(As.person("kscb", () -> results.results(RELEASED, new ResultFilter("", "Withheld")))
                        .figures()
                        .threshold()
                        .cases())
                .isEqualTo(4);
    }

    @Test
    void agreement_on_the_levels_of_few_cases_is_kept_back() throws SQLException {
        assertThat(view("board", RELEASED).figures().levels().cases()).isEqualTo(57);
        change("update audit_case set status = 'EXCLUDED' where position > 9 and audit_id = " + released);
        assertThat(view("board", RELEASED).figures().levels()).isNull();
        assertThat(view("schools", RELEASED).figures() == null
                        || view("schools", RELEASED).figures().levels() == null)
                .isTrue();
        assertThat(view("kscb", RELEASED).figures().levels().cases()).isEqualTo(9);
    }

    @Test
    void the_check_of_facts_does_not_end_before_there_is_a_draft() throws SQLException {
        change("update practice_audit set state = 'ACCURACY' where code = '" + HELD + "'");
        assertThatThrownBy(() -> As.does(
                        "kscb", () -> audits.move(new MoveAudit(HELD, AuditMove.REPORT, "all agree", Set.of()))))
                .hasMessageContaining("Write the draft report first");
    }

    @Test
    void nobody_but_manager_and_panel_sees_anything_before_release() throws SQLException {
        assertThat(view("kscb", HELD).figures()).isNotNull();
        change("update practice_audit set state = 'MODERATING' where code = '" + HELD + "'");
        assertThat(view("moderator", HELD).figures()).isNotNull();
        for (String person : new String[] {"police", "schools", "auditor", "board", "chair"}) {
            ResultView view = view(person, HELD);
            assertThat(view.figures()).as(person).isNull();
            assertThat(view.own()).as(person).isNull();
        }
        assertThat(As.person("police", () -> results.sheet(HELD, 0)).rows())
                .as("its own answers are its own, the panel's grades are not yet")
                .hasSize(30)
                .allSatisfy(r -> assertThat(r.moderated()).isEmpty())
                .anySatisfy(r -> assertThat(r.self()).isNotEmpty());
    }

    @Test
    void a_panel_reads_while_it_works_and_no_moderator_before_the_own_agency_has_signed() throws SQLException {
        for (String state : new String[] {"COLLECTING", "RETURNED", "REPORTING"}) {
            change("update practice_audit set state = '" + state + "' where code = '" + HELD + "'");
            assertThat(view("moderator", HELD).figures()).as(state).isNull();
            assertThatThrownBy(() -> As.person("moderator", () -> results.sheet(HELD, 0)))
                    .as(state)
                    .isInstanceOf(NotVisible.class);
        }
        change("update practice_audit set state = 'MODERATING' where code = '" + HELD + "'");
        assertThat(As.person("moderator2", () -> results.sheet(HELD, 0)).rows()).hasSize(114);
        change("update agency_return set state = 'REOPENED' where audit_id = (select p.id from practice_audit p where"
                + " p.code = '" + HELD
                + "') and agency_id = (select r.agency_id from member_role r join member m on m.id"
                + " = r.member_id where m.user_name = 'moderator2' limit 1)");
        assertThat(view("moderator2", HELD).figures()).as("blind first").isNull();
        assertThatThrownBy(() -> As.person("moderator2", () -> results.sheet(HELD, 0)))
                .isInstanceOf(NotVisible.class);
        assertThat(view("kscb", HELD).figures()).isNotNull();
    }

    @Test
    void no_board_approves_a_report_that_nobody_wrote() throws SQLException {
        change("update practice_audit set state = 'REPORTING' where code = '" + HELD + "'");
        assertThatThrownBy(() -> As.does(
                        "kscb", () -> audits.move(new MoveAudit(HELD, AuditMove.APPROVE, "minute 3", Set.of()))))
                .hasMessageContaining("Write the report first");
    }

    @Test
    void no_case_joins_once_returns_are_in_and_none_leaves_once_figures_are_out() throws SQLException {
        String held = As.person("kscb", () -> results.sheet(HELD, 0))
                .rows()
                .getFirst()
                .caseCode();
        change("update practice_audit set state = 'COLLECTING' where code = '" + HELD + "'");
        assertThatThrownBy(() -> As.does("kscb", () -> samples.replace(HELD, held, "File lost", null)))
                .hasMessageContaining("Signed off already");
        change("update practice_audit set state = 'MODERATING' where code = '" + HELD + "'");
        assertThatThrownBy(() -> As.does("kscb", () -> samples.replace(HELD, held, "File lost", null)))
                .hasMessageContaining("until returns are in");
        String out = As.person("kscb", () -> results.sheet(RELEASED, 0))
                .rows()
                .getFirst()
                .caseCode();
        assertThatThrownBy(() -> As.does("kscb", () -> samples.exclude(RELEASED, out, "Weak file", null)))
                .hasMessageContaining("are released");
    }

    @Test
    void an_auditor_reads_the_cases_that_were_given_to_them() throws SQLException {
        assertThat(As.person("auditor", () -> results.sheet(RELEASED, 0)).rows())
                .isEmpty();
        assertThat(view("auditor", RELEASED).own().cases()).isEmpty();
        change("update return_case set auditor_member_id = (select m.id from member m where m.user_name = 'auditor')"
                + " where id in (select id from (select rc.id from return_case rc join agency_return r on r.id ="
                + " rc.return_id join practice_audit p on p.id = r.audit_id join agency a on a.id = r.agency_id where"
                + " p.code = '" + RELEASED + "' and a.code = 'POLICE' order by rc.id limit 2) two)");
        assertThat(As.person("auditor", () -> results.sheet(RELEASED, 0)).rows())
                .hasSize(2);
        assertThat(view("auditor", RELEASED).own().cases()).hasSize(2);
        assertThat(As.person("police", () -> results.sheet(RELEASED, 0)).rows())
                .as("the coordinator: all of the agency's")
                .hasSize(30);
    }

    @Test
    void what_an_agency_mends_later_does_not_change_what_was_moderated() throws SQLException {
        change("update self_grade set grade = 'outstanding' where return_case_id in (select rc.id from return_case rc"
                + " join agency_return r on r.id = rc.return_id where r.audit_id = " + released + ")");
        GradeTable table = view("kscb", RELEASED).figures().grades().getFirst();
        assertThat(table.unchanged().share()).isEqualTo(new Share(22, 30));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void an_agency_outside_the_audit_sees_as_if_there_were_none() {
        assertThatThrownBy(() -> view("probation", RELEASED)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> view("police", "T11-99")).isInstanceOf(NotVisible.class);
        for (String person : new String[] {"police2", "visitor", "observer"}) {
            assertThatThrownBy(() -> view(person, RELEASED)).as(person).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void the_master_sheet_holds_own_rows_only() {
        MasterSheet all = As.person("kscb", () -> results.sheet(RELEASED, 0));
        assertThat(all.rows()).hasSize(114);
        MasterSheet own = As.person("police", () -> results.sheet(RELEASED, 0));
        assertThat(own.rows())
                .hasSize(30)
                .allSatisfy(r -> assertThat(r.agency()).isEqualTo("Police"));
        assertThat(own.questions()).containsExactly("Q1", "Q9", "Q13", "Q14", "Q15", "Q19", "Q20", "Q21");
        assertThatThrownBy(() -> As.person("board", () -> results.sheet(RELEASED, 0)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void one_district_or_agency_may_be_looked_at_alone() {
        ResultView police = As.person("kscb", () -> results.results(RELEASED, new ResultFilter("POLICE", "")));
        assertThat(police.figures().threshold().cases()).isEqualTo(30);
        assertThat(police.figures().levels())
                .as("counted for the whole county alone")
                .isNull();
        assertThat(police.figures().questions())
                .allSatisfy(q -> assertThat(q.both()).isNull());
        ResultView thanet = As.person("kscb", () -> results.results(RELEASED, new ResultFilter("", "Thanet")));
        assertThat(thanet.figures().threshold().cases()).isEqualTo(19);
        ResultView schools = As.person("schools", () -> results.results(RELEASED, new ResultFilter("POLICE", "")));
        assertThat(schools.filter()).as("not for an agency to ask").isEqualTo(ResultFilter.NONE);
    }

    @Test
    void a_reopened_return_no_longer_counts() throws SQLException {
        assertThat(view("kscb", RELEASED).head().usable()).isEqualTo(57);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update agency_return r join agency g on g.id = r.agency_id set r.state = 'REOPENED',"
                    + " r.reopened_at = 5 where g.code = 'POLICE' and r.audit_id = " + released);
        }
        assertThat(view("kscb", RELEASED).figures().threshold().cases()).isEqualTo(27);
    }

    private ResultView view(String person, String code) {
        return As.person(person, () -> results.results(code, ResultFilter.NONE));
    }
}
