package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.privacy.WatchedWords;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.Elapsed;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.ModerationService;
import uk.org.kscb.portal.practiceaudit.ModerationView;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnState;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;
import uk.org.kscb.portal.practiceaudit.SaveAnswer.Saved;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;

/** Agencies answer each on their own, sign off, and a panel grades side by side; nobody sees what is not theirs. */
class ReturnsIT extends ContainerTest {
    private static final String CODE = "A11-92";
    private static final String CASE = "A11-92-AAAA";
    private static final AgencyPart PART = AgencyPart.REFERRER;

    @EJB
    private ReturnService returns;

    @EJB
    private AnswerService answers;

    @EJB
    private ModerationService moderation;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @BeforeEach
    void an_audit_that_collects_returns() throws SQLException {
        clear();
        change("insert into practice_audit (public_id, code, title, theme, question, kind, owner_id, tool_version_id,"
                + " grading_scheme, state, period_from, period_until, scope_approved_on, returns_due_on, created_at,"
                + " created_by) select 'auditforreturnsit000', '" + CODE
                + "', 'Returns', 'Test', '?', 'REFERRAL_QUALITY',"
                + " (select id from agency where code = 'KSCB'), v.id, 'OFSTED_2011', 'COLLECTING', '2011-04-01',"
                + " '2011-04-30', '2011-05-01', '2011-06-22', 1, 'test' from tool_version v join audit_tool t"
                + " on t.id = v.tool_id where t.kind = 'REFERRAL_QUALITY' order by v.number limit 1");
        for (String agency : List.of("POLICE:REFERRER", "HEALTH:REFERRER", "KCC:FRONT_DOOR")) {
            String[] parts = agency.split(":");
            change("insert into audit_agency (audit_id, agency_id, part) select a.id, g.id, '" + parts[1]
                    + "' from practice_audit a, agency g where a.code = '" + CODE + "' and g.code = '" + parts[0]
                    + "'");
        }
        aCase(CASE, 1, "POLICE");
        aCase("A11-92-BBBB", 2, "HEALTH");
        for (String agency : List.of("POLICE", "HEALTH", "KCC")) {
            change("insert into agency_return (public_id, audit_id, agency_id, state, round, opened_at) select '"
                    + (agency + "returnsforthetest000").substring(0, 20) + "', a.id, g.id, 'OPEN', 1, 1"
                    + " from practice_audit a, agency g where a.code = '" + CODE + "' and g.code = '" + agency + "'");
        }
        change("insert into return_case (return_id, case_id, part) select r.id, c.id, p.part from agency_return r"
                + " join audit_agency p on p.audit_id = r.audit_id and p.agency_id = r.agency_id"
                + " join audit_case c on c.audit_id = r.audit_id join practice_audit a on a.id = r.audit_id"
                + " where a.code = '" + CODE + "' and (p.part = 'FRONT_DOOR' or c.referring_agency_id = r.agency_id)");
        As.does("police", () -> returns.assign(CODE, CASE, PART, "auditor", ""));
        As.does("auditor", () -> answers.declare(CODE, CASE, PART));
    }

    @AfterEach
    void clear() throws SQLException {
        try (var connection = database.getConnection()) {
            Removal.ofAudit(connection, CODE);
        }
    }

    @Test
    void an_answer_is_saved_on_its_own_and_read_back() {
        Saved saved = save("auditor", "Q1", "YES", null, 0);
        assertThat(saved.version()).isEqualTo(1);
        assertThat(view("auditor").answer("Q1").orElseThrow().value()).isEqualTo("YES");
        assertThat(save("auditor", "Q1", "PARTLY", "Address missing", 1).version())
                .isEqualTo(2);
    }

    @Test
    void who_is_slower_learns_of_the_other_answer_and_overwrites_nothing_unseen() {
        As.does("police", () -> answers.declare(CODE, CASE, PART));
        save("auditor", "Q2", "YES", null, 0);
        assertThatThrownBy(() -> save("police", "Q2", "NO", null, 0)).isInstanceOf(AnswerService.AnswerConflict.class);
        assertThat(view("police").answer("Q2").orElseThrow().value()).isEqualTo("YES");
        save("police", "Q3", "NO", null, 0);
        assertThat(view("auditor").answer("Q3").orElseThrow().value())
                .as("what the other answered meanwhile is there too")
                .isEqualTo("NO");
        assertThat(save("auditor", "Q2", "YES", null, 0).version())
                .as("the same again, its answer lost on the way, is no conflict")
                .isEqualTo(1);
    }

    @Test
    void what_looks_like_a_name_is_not_kept_until_it_is_mended_or_confirmed() {
        Saved held = save("auditor", "Q5", "2", "Mrs P agrees plans", 0);
        assertThat(held.held()).extracting(TextWatch.Finding::kind).containsExactly(TextWatch.Kind.NAME);
        assertThat(view("auditor").answer("Q5").orElseThrow())
                .satisfies(a -> assertThat(a.value()).isEqualTo("2"))
                .satisfies(a -> assertThat(a.note()).isNull());
        As.person(
                "auditor",
                () -> answers.save(new SaveAnswer(
                        CODE, CASE, PART, "Q5", "2", "Mrs P agrees plans", 1, Set.of(TextWatch.Kind.NAME))));
        assertThat(view("auditor").answer("Q5").orElseThrow().note()).isEqualTo("Mrs P agrees plans");
    }

    @Test
    void no_answer_before_the_auditor_declares_not_to_have_worked_on_the_case() throws SQLException {
        change(
                "delete from return_declaration where return_case_id in (select rc.id from return_case rc join audit_case c"
                        + " on c.id = rc.case_id where c.code = '" + CASE + "')");
        assertThatThrownBy(() -> save("auditor", "Q1", "YES", null, 0))
                .hasMessageContaining("did not work on this case");
    }

    @Test
    void nobody_answers_or_reads_what_is_not_theirs() {
        save("auditor", "Q1", "YES", null, 0);
        assertThatThrownBy(() -> save("auditor2", "Q1", "NO", null, 0))
                .as("not given to them")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> view("auditor2")).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> view("health")).as("another agency's case").isInstanceOf(NotVisible.class);
        for (String reader : List.of("health", "kcc", "auditor3")) {
            assertThatThrownBy(() -> As.person(reader, () -> returns.of(CODE, "POLICE")))
                    .as(reader)
                    .isInstanceOf(NotVisible.class);
            assertThatThrownBy(() -> As.person(reader, () -> returns.export(CODE, "POLICE")))
                    .as(reader)
                    .isInstanceOf(NotVisible.class);
        }
        assertThat(As.person("health", () -> returns.list(CODE)).returns())
                .extracting(ReturnService.ReturnLine::agency)
                .containsExactly("HEALTH");
        assertThatThrownBy(() -> As.person("schools", () -> returns.list(CODE))).isInstanceOf(NotVisible.class);
        for (String nobody : List.of("board", "chair", "observer", "visitor", "police2")) {
            assertThatThrownBy(() -> As.person(nobody, () -> returns.list(CODE)))
                    .as(nobody)
                    .isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> As.person("moderator", () -> returns.of(CODE, "POLICE")))
                .as("the panel is not at work")
                .isInstanceOf(NotVisible.class);
        assertThat(As.person("kscb", () -> returns.of(CODE, "POLICE")).cases()).hasSize(1);
    }

    @Test
    void a_coordinator_who_is_a_moderator_too_reads_the_own_return_before_the_panel_works_and_no_other()
            throws SQLException {
        change("insert into member_role (public_id, member_id, agency_id, role, given_at, given_by) select"
                + " 'moderatorforreturnsi', m.id, g.id, 'MODERATOR', 1, 'test' from member m, agency g where"
                + " m.user_name = 'police' and g.code = 'POLICE'");
        try {
            assertThat(As.person("police", () -> returns.of(CODE, "POLICE")).cases())
                    .hasSize(1);
            assertThat(As.person("police", () -> returns.list(CODE)).returns())
                    .extracting(ReturnService.ReturnLine::agency)
                    .containsExactly("POLICE");
            assertThatThrownBy(() -> As.person("police", () -> returns.of(CODE, "KCC")))
                    .isInstanceOf(NotVisible.class);
            completed("auditor");
            change("update agency_return set state = 'SIGNED_OFF' where audit_id = (select id from practice_audit where"
                    + " code = '" + CODE + "')");
            assertThatThrownBy(() -> As.person("police", () -> returns.of(CODE, "KCC")))
                    .as("signed, and the panel is not at work")
                    .isInstanceOf(NotVisible.class);
            change("update practice_audit set state = 'MODERATING' where code = '" + CODE + "'");
            assertThat(As.person("police", () -> returns.of(CODE, "KCC")).cases())
                    .as("the panel is at work")
                    .isNotEmpty();
            assertThat(As.person("police", () -> returns.of(CODE, "POLICE")).cases())
                    .hasSize(1);
            change("update practice_audit set state = 'REPORTING' where code = '" + CODE + "'");
            assertThat(As.person("police", () -> returns.export(CODE, "POLICE")))
                    .hasSize(1);
            assertThatThrownBy(() -> As.person("police", () -> returns.export(CODE, "KCC")))
                    .isInstanceOf(NotVisible.class);
        } finally {
            change("delete from member_role where given_by = 'test'");
        }
    }

    @Test
    void a_case_is_complete_only_with_the_concern_answered_and_every_question() {
        answerAll("auditor");
        assertThatThrownBy(() -> As.does("auditor", () -> answers.complete(CODE, CASE, PART)))
                .hasMessageContaining("cause for concern");
        assertThatThrownBy(() -> As.does(
                        "auditor",
                        () -> answers.concern(CODE, CASE, PART, LocalDateTime.of(2011, 6, 14, 15, 30), " ", Set.of())))
                .hasMessageContaining("by role");
        As.does(
                "auditor",
                () -> answers.concern(
                        CODE, CASE, PART, LocalDateTime.of(2011, 6, 14, 15, 30), "duty social worker", Set.of()));
        assertThat(As.person("kscb", () -> returns.list(CODE)).concerns())
                .as("the lead sees it")
                .singleElement()
                .satisfies(c -> assertThat(c.told()).isEqualTo("duty social worker"));
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
        assertThatThrownBy(() -> save("auditor", "Q1", "NO", null, 1)).hasMessageContaining("complete");
    }

    @Test
    void who_answered_may_not_sign_and_what_is_signed_is_locked_and_reopened_by_two() {
        completed("auditor");
        assertThatThrownBy(() -> As.does("auditor", () -> returns.sign(CODE))).isInstanceOf(NotPermitted.class);
        As.does("police", () -> returns.sign(CODE));
        assertThatThrownBy(() -> save("auditor", "Q1", "NO", null, 1)).hasMessageContaining("locked");
        assertThat(As.person("police", () -> returns.own(CODE)).state()).isEqualTo(ReturnState.SIGNED_OFF);
        assertThat(As.person("police", () -> returns.export(CODE, "POLICE"))).hasSize(1);
        assertThatThrownBy(() -> As.does("police", () -> returns.askReopening(CODE, "POLICE", " ", Set.of())))
                .hasMessageContaining("why");
        As.does("police", () -> returns.askReopening(CODE, "POLICE", "Wrong date in one answer", Set.of()));
        assertThatThrownBy(() -> As.does("police", () -> returns.agreeReopening(CODE, "POLICE")))
                .isInstanceOf(ReturnService.SecondPersonNeeded.class);
        As.does("police3", () -> returns.agreeReopening(CODE, "POLICE"));
        assertThat(As.person("police", () -> returns.own(CODE)).state()).isEqualTo(ReturnState.REOPENED);
        assertThat(count("answer_as_signed")).as("what had been signed is kept").isPositive();
    }

    @Test
    void a_coordinator_who_answered_does_not_sign() {
        As.does("police", () -> answers.declare(CODE, CASE, PART));
        completed("police");
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE))).hasMessageContaining("must sign it off");
        assertThat(As.person("police", () -> returns.own(CODE)).signsNot()).isNotNull();
        assertThat(As.person("police3", () -> returns.own(CODE)).signsNot()).isNull();
        As.does("police3", () -> returns.sign(CODE));
    }

    @Test
    void a_coordinator_who_was_given_a_case_does_not_sign_until_it_is_given_to_somebody_else() {
        As.does("police", () -> returns.assign(CODE, CASE, PART, "auditor", "police"));
        completed("auditor");
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE)))
                .isInstanceOf(AgencyReturn.WhoAuditedMayNotSign.class);
        As.does("auditor", () -> answers.takeUp(CODE, CASE, PART));
        As.does("police3", () -> returns.assign(CODE, CASE, PART, "auditor", ""));
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
        As.does("police", () -> returns.sign(CODE));
    }

    @Test
    void a_coordinator_whose_answer_somebody_wrote_over_does_not_sign_in_any_round() {
        As.does("police", () -> answers.declare(CODE, CASE, PART));
        save("police", "Q1", "NO", null, 0);
        save("auditor", "Q1", "YES", null, 1);
        completed("auditor");
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE)))
                .isInstanceOf(AgencyReturn.WhoAuditedMayNotSign.class);
        As.does("police3", () -> returns.sign(CODE));
        As.does("police", () -> returns.askReopening(CODE, "POLICE", "Wrong date in one answer", Set.of()));
        As.does("police3", () -> returns.agreeReopening(CODE, "POLICE"));
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE)))
                .isInstanceOf(AgencyReturn.WhoAuditedMayNotSign.class);
        As.does("police3", () -> returns.sign(CODE));
    }

    @Test
    void the_panel_grades_beside_the_self_grade_with_a_quorum_and_never_its_own_agency() throws SQLException {
        completed("auditor");
        As.does("police", () -> returns.sign(CODE));
        change(
                "update agency_return set state = 'SIGNED_OFF' where audit_id = (select id from practice_audit where code = '"
                        + CODE + "')");
        change("update practice_audit set state = 'MODERATING' where code = '" + CODE + "'");
        ModerationView view = As.person("moderator", () -> moderation.sideBySide(CODE, CASE));
        assertThat(view.columns()).extracting(ModerationView.Column::agency).containsExactlyInAnyOrder("POLICE", "KCC");
        assertThatThrownBy(() -> decide("moderator", Set.of("moderator", "kscb", "moderator2"), "good", 0))
                .isInstanceOf(ModerationService.NoQuorum.class);
        Set<String> panel = Set.of("moderator", "moderator2", "moderator3");
        long first = decide("moderator", panel, "adequate", 0);
        assertThatThrownBy(() -> decide("moderator2", panel, "good", 0))
                .isInstanceOf(ModerationService.DecidedMeanwhile.class);
        decide("moderator2", panel, "good", first);
        ModerationView.Grade grade = As.person("moderator", () -> moderation.sideBySide(CODE, CASE)).columns().stream()
                .filter(c -> c.agency().equals("POLICE"))
                .findFirst()
                .orElseThrow()
                .grades()
                .getFirst();
        assertThat(grade.self()).as("never overwritten").isEqualTo("good");
        assertThat(grade.decisions()).extracting(ModerationView.Decision::grade).containsExactly("good", "adequate");
        assertThat(view("auditor").released()).as("not before release").isEmpty();
        change("update practice_audit set released_on = '2011-06-01' where code = '" + CODE + "'");
        assertThat(view("auditor").released()).containsKey(GradeSubject.REFERRAL);
        assertThatThrownBy(() -> As.person("police", () -> moderation.sideBySide(CODE, CASE)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_critical_fail_holds_the_grade_down_until_a_panel_lifts_it_with_reasons() throws SQLException {
        new Answering(returns, answers, CODE).answerAll("auditor", CASE, PART, Map.of("Q11", "refused", "Q13", "YES"));
        As.does("auditor", () -> answers.noConcern(CODE, CASE, PART));
        assertThatThrownBy(() -> As.does("auditor", () -> answers.complete(CODE, CASE, PART)))
                .hasMessageContaining("The referral has a critical fail");
        save("auditor", "Q28A", "inadequate", "Agreement was waited for", 1);
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
        As.does("police", () -> returns.sign(CODE));
        change("update agency_return set state = 'SIGNED_OFF' where audit_id = (select id from practice_audit where"
                + " code = '" + CODE + "')");
        change("update practice_audit set state = 'MODERATING' where code = '" + CODE + "'");
        assertThatThrownBy(() -> lift(" ", null)).isInstanceOf(ModerationService.CapNeedsReasons.class);
        lift("The harm was not known then", "Schools would have left it at inadequate");
        assertThat(As.person("moderator", () -> moderation.sideBySide(CODE, CASE)).columns().stream()
                        .filter(c -> c.agency().equals("POLICE"))
                        .flatMap(c -> c.grades().stream())
                        .filter(g -> g.subject() == GradeSubject.REFERRAL)
                        .findFirst()
                        .orElseThrow())
                .satisfies(g -> assertThat(g.self()).isEqualTo("inadequate"))
                .satisfies(g -> assertThat(g.capped()).isTrue())
                .satisfies(g -> assertThat(g.decisions())
                        .extracting(
                                ModerationView.Decision::grade,
                                ModerationView.Decision::liftedCapReason,
                                ModerationView.Decision::dissent)
                        .containsExactly(tuple(
                                "adequate",
                                "The harm was not known then",
                                "Schools would have left it at inadequate")));
    }

    @Test
    void a_grade_that_is_no_longer_asked_for_waits_for_no_panel() throws SQLException {
        asksForTheGrade("'Q1'", "'YES'");
        try {
            answerAll("auditor");
            assertThat(count(
                            "self_grade where subject = 'REFERRAL' and return_case_id in (select rc.id from return_case rc join audit_case c on"
                                    + " c.id = rc.case_id where c.code = '" + CASE + "')"))
                    .isEqualTo(1);
            save("auditor", "Q1", "NO", null, 1);
            As.does("auditor", () -> answers.noConcern(CODE, CASE, PART));
            As.does("auditor", () -> answers.complete(CODE, CASE, PART));
            assertThat(count(
                            "self_grade where subject = 'REFERRAL' and return_case_id in (select rc.id from return_case rc join audit_case c on"
                                    + " c.id = rc.case_id where c.code = '" + CASE + "')"))
                    .isZero();
        } finally {
            asksForTheGrade("null", "null");
        }
    }

    @Test
    void reasons_for_a_grade_that_is_no_longer_asked_for_wait_for_no_panel() throws SQLException {
        asksForTheGrade("'Q1'", "'YES'");
        try {
            save("auditor", "Q1", "YES", null, 0);
            As.person(
                    "auditor",
                    () -> answers.save(new SaveAnswer(CODE, CASE, PART, "Q28A", null, "Well reasoned", 0, Set.of())));
            save("auditor", "Q1", "NO", null, 1);
            answerAll("auditor");
            As.does("auditor", () -> answers.noConcern(CODE, CASE, PART));
            As.does("auditor", () -> answers.complete(CODE, CASE, PART));
            assertThat(count("self_grade where grade = ''")).isZero();
        } finally {
            asksForTheGrade("null", "null");
        }
    }

    @Test
    void whoever_says_that_the_child_is_not_known_does_not_sign_for_it() {
        As.does("police", () -> answers.known(CODE, CASE, PART, false));
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE)))
                .isInstanceOf(AgencyReturn.WhoAuditedMayNotSign.class);
        As.does("police3", () -> returns.sign(CODE));
    }

    @Test
    void nobody_says_that_there_is_no_concern_before_they_declare_and_then_signs() {
        assertThatThrownBy(() -> As.does("police", () -> answers.noConcern(CODE, CASE, PART)))
                .hasMessageContaining("did not work on this case");
        As.does("police", () -> answers.declare(CODE, CASE, PART));
        As.does("police", () -> answers.noConcern(CODE, CASE, PART));
        answerAll("auditor");
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
        assertThatThrownBy(() -> As.does("police", () -> returns.sign(CODE)))
                .isInstanceOf(AgencyReturn.WhoAuditedMayNotSign.class);
    }

    @Test
    void whom_an_auditor_told_is_a_post_and_what_looks_like_a_name_is_cleared_word_for_word() {
        LocalDateTime acted = LocalDateTime.of(2011, 6, 14, 15, 30);
        assertThatThrownBy(() -> As.does(
                        "auditor", () -> answers.concern(CODE, CASE, PART, acted, "Maple Grove duty desk", Set.of())))
                .isInstanceOf(WatchedWords.MendOrClear.class);
        As.does(
                "auditor",
                () -> answers.concern(CODE, CASE, PART, acted, "Maple Grove duty desk", Set.of("Maple Grove")));
        assertThat(As.person("kscb", () -> returns.list(CODE)).concerns()).hasSize(1);
    }

    private void asksForTheGrade(String ref, String value) throws SQLException {
        change("update tool_question q join practice_audit a on a.tool_version_id = q.version_id set q.condition_ref = "
                + ref + ", q.condition_value = " + value + " where q.ref = 'Q28A' and a.code = '" + CODE + "'");
    }

    private void lift(String why, @Nullable String dissent) {
        As.person(
                "moderator",
                () -> moderation.decide(new DecideGrade(
                        CODE,
                        CASE,
                        "POLICE",
                        PART,
                        GradeSubject.REFERRAL,
                        "adequate",
                        "Read across",
                        dissent,
                        why,
                        Set.of("moderator", "moderator2", "moderator3"),
                        0)));
    }

    @Test
    void a_self_grade_lies_within_one_step_of_what_the_answers_suggest() {
        new Answering(returns, answers, CODE).answerAll("auditor", CASE, PART, Map.of("Q28A", "inadequate"));
        As.does("auditor", () -> answers.noConcern(CODE, CASE, PART));
        assertThatThrownBy(() -> As.does("auditor", () -> answers.complete(CODE, CASE, PART)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("may differ from that by one step");
        save("auditor", "Q28A", "good", "It holds together", 1);
        As.does("auditor", () -> answers.complete(CODE, CASE, PART));
    }

    @Test
    void what_was_decided_before_it_came_was_written_down_wrongly() {
        As.does("kcc", () -> answers.declare(CODE, CASE, AgencyPart.FRONT_DOOR));
        new Answering(returns, answers, CODE)
                .answerAll(
                        "kcc",
                        CASE,
                        AgencyPart.FRONT_DOOR,
                        Map.of("Q19", "2011-04-21T10:00", "Q20", "2011-04-20T10:00"));
        As.does("kcc", () -> answers.noConcern(CODE, CASE, AgencyPart.FRONT_DOOR));
        assertThatThrownBy(() -> As.does("kcc", () -> answers.complete(CODE, CASE, AgencyPart.FRONT_DOOR)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("earlier than the time in Q19");
        As.person(
                "kcc",
                () -> answers.save(new SaveAnswer(
                        CODE, CASE, AgencyPart.FRONT_DOOR, "Q20", "2011-04-26T09:00", null, 1, Set.of())));
        assertThat(As.person("kcc", () -> returns.ownCase(CODE, CASE, AgencyPart.FRONT_DOOR))
                        .elapsed())
                .as("over Easter")
                .containsExactly(new Elapsed("Q20", "Q19", 119 * 60, 1));
        As.does("kcc", () -> answers.complete(CODE, CASE, AgencyPart.FRONT_DOOR));
    }

    @Test
    void a_withdrawn_agency_and_a_paused_audit_take_no_answers_and_lose_none() throws SQLException {
        save("auditor", "Q1", "YES", null, 0);
        change(
                "update audit_agency set withdrawn_on = '2011-06-10', withdrawn_reason = 'x' where agency_id = (select id from"
                        + " agency where code = 'POLICE') and audit_id = (select id from practice_audit where code = '"
                        + CODE + "')");
        assertThatThrownBy(() -> save("auditor", "Q1", "NO", null, 1)).hasMessageContaining("no longer takes part");
        assertThat(view("auditor").answer("Q1").orElseThrow().value()).isEqualTo("YES");
        change("update audit_agency set withdrawn_on = null, withdrawn_reason = null where audit_id = (select id from"
                + " practice_audit where code = '" + CODE + "')");
        change("update practice_audit set state = 'PAUSED', paused_from = 'COLLECTING' where code = '" + CODE + "'");
        assertThatThrownBy(() -> save("auditor", "Q1", "NO", null, 1)).hasMessageContaining("paused");
    }

    @Test
    void the_last_day_closes_nothing_and_closing_leaves_an_hour_of_grace() throws SQLException {
        change("update practice_audit set returns_due_on = '2011-06-01' where code = '" + CODE + "'");
        save("auditor", "Q1", "YES", null, 0);
        String closed =
                "update practice_audit set state = 'RETURNED', returns_closed_at = %d where code = '" + CODE + "'";
        long now = Objects.requireNonNull(
                        view("auditor").answer("Q1").orElseThrow().at())
                .toEpochMilli();
        change(closed.formatted(now - 30 * 60_000));
        save("auditor", "Q1", "NO", null, 1);
        change(closed.formatted(now - 2 * 3_600_000));
        assertThatThrownBy(() -> save("auditor", "Q1", "YES", null, 2)).hasMessageContaining("closed");
    }

    @Test
    void a_question_of_the_front_door_and_a_wrong_answer_are_refused() {
        assertThatThrownBy(() -> save("auditor", "Q19", "2011-04-01T10:00", null, 0))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> save("auditor", "Q1", "MAYBE", null, 0))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no answer to this question");
        assertThatThrownBy(() -> save("auditor", "Q99", "YES", null, 0)).isInstanceOf(NotVisible.class);
    }

    private long decide(String who, Set<String> panel, String grade, long seen) {
        return As.person(
                who,
                () -> moderation.decide(new DecideGrade(
                        CODE,
                        CASE,
                        "POLICE",
                        PART,
                        GradeSubject.REFERRAL,
                        grade,
                        "Read across",
                        null,
                        null,
                        panel,
                        seen)));
    }

    private void completed(String who) {
        answerAll(who);
        As.does(who, () -> answers.noConcern(CODE, CASE, PART));
        As.does(who, () -> answers.complete(CODE, CASE, PART));
    }

    private void answerAll(String who) {
        new Answering(returns, answers, CODE).answerAll(who, CASE, PART, Map.of());
    }

    private Saved save(String who, String ref, String value, @Nullable String note, int version) {
        return As.person(
                who, () -> answers.save(new SaveAnswer(CODE, CASE, PART, ref, value, note, version, Set.of())));
    }

    private CaseView view(String who) {
        return As.person(who, () -> returns.ownCase(CODE, CASE, PART));
    }

    private void aCase(String code, int position, String referrer) throws SQLException {
        change(
                "insert into audit_case (audit_id, code, position, stratum, reserve, status, referring_agency_id, district)"
                        + " select a.id, '" + code + "', " + position
                        + ", 'All', 0, 'IN_SAMPLE', g.id, 'Swale' from practice_audit a,"
                        + " agency g where a.code = '" + CODE + "' and g.code = '" + referrer + "'");
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String table) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
