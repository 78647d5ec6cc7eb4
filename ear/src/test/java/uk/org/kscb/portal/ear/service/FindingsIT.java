package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.FilledAudit;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.TrailService;
import uk.org.kscb.portal.practiceaudit.Decision;
import uk.org.kscb.portal.practiceaudit.FindingPriority;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.PlanAction;
import uk.org.kscb.portal.practiceaudit.Recommend;
import uk.org.kscb.portal.practiceaudit.RecommendationFilter;
import uk.org.kscb.portal.practiceaudit.RecommendationList;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.practiceaudit.RecordFinding;
import uk.org.kscb.portal.practiceaudit.ReportOnAction;
import uk.org.kscb.portal.practiceaudit.ShowImpact;
import uk.org.kscb.portal.practiceaudit.ShownBy;

/** From a finding to proof that it changed something. */
@SuppressWarnings("NullAway") // tests give what a form may leave out
class FindingsIT extends ContainerTest {
    private static final String AUDIT = "T11-93";
    private static final String REAUDIT = "T12-94";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @EJB
    private TrailService trail;

    @EJB
    private FindingService findings;

    @EJB
    private RecommendationService recommendations;

    @Inject
    private PortalClock clock;

    private LocalDate today;
    private String recommendation;

    @BeforeEach
    void recommend() throws SQLException {
        today = clock.today();
        try (Connection connection = database.getConnection()) {
            FilledAudit first = FilledAudit.referrals(connection, AUDIT, true);
            FilledAudit.referrals(connection, REAUDIT, true).isReauditOf(first, today);
        }
        String finding = As.person(
                "kscb",
                () -> findings.record(new RecordFinding(
                        AUDIT, "The child's own words are missing from most.", "Q9", 21, 55, AUDIT + "-KK1EEF")));
        recommendation = As.person(
                "kscb",
                () -> findings.recommend(new Recommend(
                        AUDIT,
                        finding,
                        "Record what the child says or shows in every referral",
                        "POLICE",
                        FindingPriority.HIGH,
                        today.plusDays(30))));
    }

    @AfterEach
    void clear() throws SQLException {
        clock.set(today);
        try (Connection connection = database.getConnection()) {
            FilledAudit.find(connection, REAUDIT).remove();
            FilledAudit.find(connection, AUDIT).remove();
        }
    }

    @Test
    void a_recommendation_goes_from_decision_to_action_to_impact_and_closes_on_proof() {
        decide("chair", Decision.ACCEPTED, "");
        String action =
                As.person("police", () -> findings.act(action("Add a box for the child's words to the form", null)));
        assertThat(row("police").status()).isEqualTo(DeliveryStatus.ON_TRACK);
        assertThat(row("health").text())
                .as("who helps finds it too")
                .isEqualTo(row("police").text());
        report("police", action, ReportedStatus.COMPLETE, "Form of 1 June");
        assertThat(row("kscb").word()).isEqualTo("Done, impact to be shown");
        assertThatThrownBy(() -> As.does("chair", () -> findings.close(recommendation, "", "KSCB, minute 8")))
                .as("done is not closed")
                .hasMessageContaining("closes at impact level 3");
        show("police", ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, REAUDIT);
        assertThat(row("kscb").impact()).as("not agreed yet").isEqualTo(ImpactLevel.NOT_STARTED);
        assertThatThrownBy(() -> As.does("chair", () -> findings.close(recommendation, "", "KSCB, minute 8")))
                .isInstanceOf(Refusal.class);
        agree();
        As.does("chair", () -> findings.close(recommendation, "", "KSCB, minute 8"));
        assertThat(row("police").word()).isEqualTo("Closed on impact");
        assertThatThrownBy(() -> report("police", action, ReportedStatus.ON_TRACK, null))
                .as("a closed recommendation takes nothing more")
                .hasMessageContaining("is closed");
        var detail = As.person("board", () -> recommendations.recommendation(recommendation));
        assertThat(detail.events()).hasSize(2);
        assertThat(detail.events().getFirst().where()).contains("KSCB, minute 8");
        assertThatThrownBy(
                        () -> As.does("chair", () -> findings.decide(recommendation, Decision.ACCEPTED, "", "", " ")))
                .as("a decision that stands in no minutes is one person's")
                .hasMessageContaining("where it is minuted");
        assertThat(detail.caseCodes()).as("no case codes for a board").isNull();
        assertThat(As.person("kscb", () -> recommendations.recommendation(recommendation))
                        .caseCodes())
                .isEqualTo(AUDIT + "-KK1EEF");
    }

    @Test
    void what_looks_like_a_name_is_mended_or_cleared_word_for_word_and_the_trail_says_so() {
        String says = "At the unit of Maple Grove nobody saw Connor Wexford for six weeks.";
        assertThatThrownBy(() -> find(says, Set.of()))
                .isInstanceOfSatisfying(
                        WatchedWords.MendOrClear.class,
                        r -> assertThat(r.held())
                                .extracting(WatchedWords.Held::text)
                                .containsExactly("Maple Grove", "Connor Wexford"))
                .hasMessageContaining("looks like a name");
        assertThatThrownBy(() -> find(says, Set.of("Maple Grove")))
                .as("another name is not cleared with it")
                .isInstanceOf(WatchedWords.MendOrClear.class)
                .hasMessageContaining("Connor Wexford");
        find("At the unit of Maple Grove nobody saw the child for six weeks.", Set.of("Maple Grove"));
        assertThat(As.person("kscb", () -> trail.entries(1)).entries()).anySatisfy(l -> {
            assertThat(l.what()).isEqualTo("text.confirm");
            assertThat(l.object()).isEqualTo(AUDIT + " NAME");
        });
        decide("chair", Decision.ACCEPTED, "");
        assertThatThrownBy(() -> As.person(
                        "police", () -> findings.act(action("Visit the child born on 3 May 2009 each week", null))))
                .isInstanceOf(WatchedWords.MendOrClear.class)
                .hasMessageContaining("date of birth");
    }

    private void find(String says, Set<String> cleared) {
        As.person("kscb", () -> findings.record(new RecordFinding(AUDIT, says, null, null, null, null, cleared)));
    }

    @Test
    void decisions_are_a_boards_and_nobody_speaks_for_two_at_once() throws SQLException {
        assertThatThrownBy(() -> As.does(
                        "trustboard", () -> findings.decide(recommendation, Decision.ACCEPTED, "", "", "item 4")))
                .hasMessageContaining("does not decide");
        assertThat(As.person("trustboard", () -> recommendations.recommendation(recommendation))
                        .mayDecide())
                .isFalse();
        assertThatThrownBy(() -> As.does(
                        "board",
                        () -> findings.decide(
                                recommendation, Decision.ACCEPTED, "", "Kent Safeguarding Children Board", "item 4")))
                .isInstanceOf(NotVisible.class);
        change("insert into member_role (public_id, member_id, agency_id, role, board, given_at, given_by) select"
                + " 'secondboardofthechai', m.id, g.id, 'BOARD_MEMBER', 'Improvement Board', 1, 'test' from member m,"
                + " agency g where m.user_name = 'chair' and g.code = 'IB'");
        try {
            assertThatThrownBy(() -> As.does(
                            "chair", () -> findings.decide(recommendation, Decision.ACCEPTED, "", "", "item 4")))
                    .hasMessageContaining("Choose the board");
            As.does(
                    "chair",
                    () -> findings.decide(recommendation, Decision.ACCEPTED, "", "Improvement Board", "item 4"));
        } finally {
            change("delete from member_role where given_by = 'test'");
        }
        assertThat(As.person("kscb", () -> recommendations.recommendation(recommendation))
                        .events()
                        .getFirst()
                        .where())
                .contains("Improvement Board")
                .doesNotContain("Independent chair");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void a_finding_names_cases_of_its_own_audit_alone() {
        assertThatThrownBy(() -> As.person(
                        "kscb",
                        () -> findings.record(new RecordFinding(
                                AUDIT, "Nobody asked.", null, null, null, AUDIT + "-KK1EEF, " + REAUDIT + "-KK1EEF"))))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).isEqualTo("caseCodes"))
                .hasMessageContaining(REAUDIT + "-KK1EEF");
    }

    @Test
    void a_childs_numbers_have_no_place_in_what_is_found_and_done() {
        assertThatThrownBy(() -> As.person(
                        "kscb",
                        () -> findings.record(new RecordFinding(
                                AUDIT, "In the case of 943 476 5919 nobody asked the child.", "Q9", 1, 55, null))))
                .hasMessageContaining("looks like an NHS number");
        decide("chair", Decision.ACCEPTED, "");
        assertThatThrownBy(() -> As.person(
                        "police", () -> findings.act(action("Visit the family at CT1 2AB within a week", null))))
                .hasMessageContaining("looks like a postcode");
    }

    @Test
    void a_gap_is_accepted_with_a_reason_or_not_at_all() {
        decide("chair", Decision.PART, "Only for emergency referrals");
        assertThatThrownBy(() -> As.does("chair", () -> findings.acceptGap(recommendation, " ", "", "KSCB, minute 8")))
                .hasMessageContaining("why the gap is accepted");
        As.does(
                "chair",
                () -> findings.acceptGap(recommendation, "The form is replaced next year", "", "KSCB, minute 8"));
        assertThat(row("kscb").word()).isEqualTo("Gap accepted");
    }

    @Test
    void proof_carries_only_as_far_as_it_can() {
        decide("board", Decision.ACCEPTED, "");
        assertThatThrownBy(() -> show("police", ImpactLevel.PRACTICE_CHANGED, ShownBy.SURVEY, null))
                .hasMessageContaining("at most level 2");
        assertThatThrownBy(() -> show("police", ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, null))
                .hasMessageContaining("Name the re-audit");
        assertThatThrownBy(() -> show("police", ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, AUDIT))
                .as("an audit does not prove itself")
                .hasMessageContaining("no re-audit of the audit");
        assertThatThrownBy(() -> show("health", ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, REAUDIT))
                .as("only who the recommendation is made to says how far it is")
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> show("police", ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, "X99"))
                .hasMessageContaining("No audit that you can see");
    }

    @Test
    void an_action_promises_something_that_can_be_seen() {
        decide("chair", Decision.ACCEPTED, "");
        assertThatThrownBy(() -> As.person("police", () -> findings.act(action("Consider a new form", null))))
                .hasMessageContaining("promise nothing");
        As.person("police", () -> findings.act(action("Continue to brief the control room", "Staff briefed")));
        assertThatThrownBy(() -> As.person(
                        "police",
                        () -> findings.act(new PlanAction(
                                recommendation,
                                "Write it down",
                                null,
                                null,
                                null,
                                today.minusDays(1),
                                "Heard",
                                Set.of()))))
                .hasMessageContaining("must not be past");
    }

    @Test
    void nothing_is_owed_before_a_board_accepts_it() {
        assertThatThrownBy(() -> As.person("police", () -> findings.act(action("Write it down", null))))
                .as("not even seen")
                .isInstanceOf(NotVisible.class);
        assertThat(row("kscb").word()).isEqualTo("Waits for the board");
        assertThatThrownBy(() -> decide("chair", Decision.NOT, "")).hasMessageContaining("why it is not accepted");
        decide("chair", Decision.NOT, "Covered by action 4.5.1");
        assertThatThrownBy(() -> As.person("police", () -> findings.act(action("Write it down", null))))
                .hasMessageContaining("No board has accepted");
    }

    @Test
    void another_agency_neither_sees_it_nor_acts_on_it() {
        decide("chair", Decision.ACCEPTED, "");
        String action = As.person("police", () -> findings.act(action("Write it down", null)));
        assertThatThrownBy(() -> As.person("probation", () -> recommendations.recommendation(recommendation)))
                .isInstanceOf(NotVisible.class);
        assertThat(list("probation").rows()).noneMatch(r -> r.id().equals(recommendation));
        assertThat(As.person("probation", () -> recommendations.export(RecommendationFilter.OPEN))
                        .rows())
                .noneMatch(r -> r.id().equals(recommendation));
        assertThatThrownBy(() -> report("probation", action, ReportedStatus.LATE, null))
                .isInstanceOf(NotVisible.class);
        for (String person : new String[] {"police", "auditor", "kscb", "observer"}) {
            assertThatThrownBy(() -> decide(person, Decision.ACCEPTED, ""))
                    .as(person)
                    .isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> As.person("board", () -> findings.act(action("Write it down", null))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void past_its_date_it_stands_first_whatever_was_reported() {
        decide("chair", Decision.ACCEPTED, "");
        String action = As.person("police", () -> findings.act(action("Write it down", null)));
        report("police", action, ReportedStatus.ON_TRACK, null);
        clock.set(today.plusDays(45));
        RecommendationList list = list("kscb");
        assertThat(list.rows().getFirst().late()).isTrue();
        assertThat(row("kscb").daysLate()).isEqualTo(15);
        assertThat(row("kscb").status()).isEqualTo(DeliveryStatus.LATE);
        assertThat(As.person("police", () -> recommendations.owed()).counts().get("late"))
                .isPositive();
    }

    @Test
    void headlines_come_without_the_words_that_somebody_wrote() {
        decide("chair", Decision.ACCEPTED, "Because");
        assertThat(row("observer").text()).isEmpty();
        var detail = As.person("observer", () -> recommendations.recommendation(recommendation));
        assertThat(detail.toString()).doesNotContain("child's own words", "Because", "Record what");
    }

    private PlanAction action(String text, String measure) {
        return new PlanAction(
                recommendation,
                text,
                measure,
                measure == null ? null : "4 of 10",
                measure == null ? null : "9 of 10",
                today.plusDays(20),
                "Children tell us that they were heard",
                Set.of("HEALTH"));
    }

    private void decide(String person, Decision decision, String reason) {
        As.does(person, () -> findings.decide(recommendation, decision, reason, "", "minute 4"));
    }

    private void report(String person, String action, ReportedStatus status, String evidence) {
        As.does(
                person,
                () -> findings.report(
                        new ReportOnAction(recommendation, action, status, "It is done.", evidence, null)));
    }

    private void show(String person, ImpactLevel level, ShownBy by, String reaudit) {
        As.does(person, () -> findings.propose(new ShowImpact(recommendation, level, by, "38% to 61%", reaudit)));
    }

    private void agree() {
        var proposed = As.person("kscb", () -> recommendations.recommendation(recommendation))
                .proposed();
        As.does("kscb", () -> findings.agree(recommendation, proposed.id()));
    }

    private RecommendationList list(String person) {
        return As.person(person, () -> recommendations.list(new RecommendationFilter("all", "", "", 0, false)));
    }

    private RecommendationRow row(String person) {
        return list(person).rows().stream()
                .filter(r -> r.id().equals(recommendation))
                .findFirst()
                .orElseThrow();
    }
}
