package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditDetail;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditRow;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.CaseStatus;
import uk.org.kscb.portal.practiceaudit.DrawSample;
import uk.org.kscb.portal.practiceaudit.GateIsShut;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.MoveStep;
import uk.org.kscb.portal.practiceaudit.NonReturn;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ReminderTimer;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.SampleService;
import uk.org.kscb.portal.practiceaudit.SampleView;
import uk.org.kscb.portal.practiceaudit.SampleView.CaseView;
import uk.org.kscb.portal.practiceaudit.SampleView.CodePair;
import uk.org.kscb.portal.practiceaudit.ScopeAudit;
import uk.org.kscb.portal.referral.HolidayService;

/** An audit goes from scope to sample to returns, with a clock that travels; every gate refuses for its reason. */
class PracticeAuditIT extends ContainerTest {
    private static final String CODE = "A11-90";

    @EJB
    private PracticeAuditService audits;

    @EJB
    private SampleService samples;

    @EJB
    private ReportService reports;

    @EJB
    private HolidayService holidays;

    @EJB
    private ReminderTimer reminders;

    @Inject
    private PortalClock clock;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    private LocalDate today;

    @BeforeEach
    void keep_the_day() {
        today = clock.today();
    }

    @AfterEach
    void leave_no_audit_behind() throws SQLException {
        clock.set(today);
        change("delete from audit_event where recorded_by = 'portal' and happened_on <> '" + today + "'");
        try (Connection connection = database.getConnection()) {
            Removal.ofAudit(connection, CODE);
            Removal.ofAudit(connection, "A11-91");
            Removal.ofAudit(connection, "A11-92");
        }
    }

    @Test
    void an_audit_goes_its_way_and_every_gate_asks_for_what_is_missing() throws SQLException, IOException {
        clock.set(LocalDate.of(2011, 5, 16));
        As.does("kscb", () -> audits.scope(scope(CODE)));
        refused(AuditMove.PILOT, "", "Record first that the QA subgroup approved the scope");
        assertThatThrownBy(() -> move(AuditMove.APPROVE_SCOPE, "x".repeat(201)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Keep the minute to 200 characters");
        move(AuditMove.APPROVE_SCOPE, "QA subgroup, minute 2");
        assertThat(detail("kscb").summary().returnsDue()).isEqualTo(LocalDate.of(2011, 6, 21));
        refused(AuditMove.PILOT, "", "Choose the tool version");
        change("update practice_audit set tool_version_id = 1 where code = '" + CODE + "'");

        clock.set(LocalDate.of(2011, 5, 20));
        move(AuditMove.PILOT, "");
        refused(AuditMove.NOTIFY, "", "“Piloting the tool”");

        clock.set(LocalDate.of(2011, 5, 27));
        upload(population(40));
        As.does(
                "kscb",
                () -> samples.draw(new DrawSample(
                        CODE,
                        "Two questions reworded",
                        "All referrals",
                        "Nothing",
                        "2011-05-27",
                        Map.of("East", 10, "West", 10),
                        20)));
        refused(AuditMove.NOTIFY, "", "Take the list of codes first");
        assertThat(As.person("kscb", () -> samples.takeCodes(CODE))).hasSize(24);
        assertThatThrownBy(() -> As.person("kscb", () -> samples.takeCodes(CODE)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no longer in the portal");
        assertThat(number("select count(*) from population p join practice_audit a on a.id = p.audit_id"
                        + " where a.code = '" + CODE + "'"))
                .as("population codes left in the portal")
                .isZero();

        clock.set(LocalDate.of(2011, 6, 1));
        move(AuditMove.NOTIFY, "");
        refused(AuditMove.OPEN_RETURNS, "", "Not yet confirmed that the references arrived: ");
        As.does("police", () -> audits.confirmReceipt(CODE));
        As.does("health", () -> audits.confirmReceipt(CODE));
        refused(AuditMove.OPEN_RETURNS, "", "arrived: KCC.");
        As.does("kcc", () -> audits.confirmReceipt(CODE));
        move(AuditMove.OPEN_RETURNS, "");

        clock.set(LocalDate.of(2011, 6, 15));
        As.does("kscb", () -> audits.chase(CODE, "HEALTH"));
        assertThat(standing("HEALTH").timesChased()).isEqualTo(1);
        assertThat(standing("HEALTH").chased()).isEqualTo(LocalDate.of(2011, 6, 15));
        refused(AuditMove.CLOSE_RETURNS, "", "No agency has signed off");
        signOff("POLICE");
        refused(AuditMove.CLOSE_RETURNS, "in a hurry", "Not signed off yet: KCC, Health");
        assertThatThrownBy(() -> As.does("kscb", () -> audits.chase(CODE, "POLICE")))
                .hasMessageContaining("nothing to chase");
        As.does("kscb", () -> audits.withdraw(CODE, "HEALTH", "Records moved to another trust"));
        signOff("KCC");
        move(AuditMove.CLOSE_RETURNS, "");

        As.does(
                "kscb",
                () -> assertThatThrownBy(
                                () -> audits.move(new MoveAudit(CODE, AuditMove.MODERATE, "", Set.of("KCC", "POLICE"))))
                        .isInstanceOf(GateIsShut.class)
                        .hasMessageContaining("three agencies"));
        clock.set(LocalDate.of(2011, 6, 24));
        As.does(
                "kscb",
                () -> audits.move(new MoveAudit(CODE, AuditMove.MODERATE, "", Set.of("KCC", "POLICE", "SCHOOLS"))));
        AuditDetail now = detail("kscb");
        assertThat(now.summary().state()).isEqualTo(AuditState.MODERATING);
        assertThat(now.history())
                .extracting(AuditDetail.Happened::what)
                .contains("SCOPED", "APPROVE_SCOPE", "DRAW", "RECEIPT_CONFIRMED", "CHASED", "AGENCY_WITHDRAWN");
        assertThat(now.history().getFirst().reason()).isEqualTo("KCC, Police, Schools");
    }

    @Test
    void the_same_seed_draws_the_same_sample_twice_under_other_codes() throws IOException, SQLException {
        piloting();
        upload(population(40));
        DrawSample draw = new DrawSample(
                CODE,
                "Two questions reworded",
                "All referrals",
                "Nothing",
                "kent-2011",
                Map.of("East", 5, "West", 5),
                20);
        As.does("kscb", () -> samples.draw(draw));
        String first = sample().draws().getFirst().fingerprint();
        Set<String> codes = codes();
        As.does("kscb", () -> samples.draw(draw));
        assertThat(sample().draws()).hasSize(2);
        assertThat(sample().draws().getFirst().fingerprint()).isEqualTo(first);
        assertThat(codes()).hasSize(12).doesNotContainAnyElementsOf(codes);
        Path file = file(population(40));
        assertThat(As.person("kscb", () -> samples.sameDraw(CODE, "codes.csv", file)))
                .isTrue();
        Path other = file(population(41));
        assertThat(As.person("kscb", () -> samples.sameDraw(CODE, "codes.csv", other)))
                .isFalse();
    }

    @Test
    void more_than_there_is_cannot_be_drawn_and_no_child_comes_in() throws IOException, SQLException {
        piloting();
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> samples.draw(new DrawSample(
                                CODE,
                                "Two questions reworded",
                                "All referrals",
                                "Nothing",
                                "seed",
                                Map.of("East", 1),
                                20))))
                .hasMessageContaining("Send the file of codes first");
        upload(population(40));
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> samples.draw(new DrawSample(
                                CODE,
                                "Two questions reworded",
                                "All referrals",
                                "Nothing",
                                "seed",
                                Map.of("East", 21),
                                20))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has 20 in its population; 21 cannot be drawn");
        assertThatThrownBy(() -> upload("code,date of birth\r\nP1,12/3/2004\r\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dates of birth");
        assertThat(sample().waiting()).as("what was there before").hasSize(2);
    }

    @Test
    void the_sample_tells_whom_it_misses_and_the_portal_forgets_families() throws IOException, SQLException {
        piloting();
        upload("code,stratum,age band,disabled,in care,family\r\n"
                + "P1,East,Under 1,no,no,F1\r\nP2,East,5 to 9,no,no,F1\r\nP3,East,5 to 9,no,not known,F1\r\n");
        As.does(
                "kscb",
                () -> samples.draw(new DrawSample(
                        CODE,
                        "Nothing to change",
                        "Referrals of June",
                        "One before a court",
                        "seed",
                        Map.of("East", 3),
                        0)));
        SampleView.DrawView draw = sample().draws().getFirst();
        assertThat(draw.exclusion()).isEqualTo("One before a court");
        assertThat(draw.spread())
                .extracting(SampleView.SpreadLine::found, SampleView.SpreadLine::missed)
                .containsExactly(tuple(1, false), tuple(0, true), tuple(0, true), tuple(null, false), tuple(3, true));
        assertThatThrownBy(() -> upload(population(40)))
                .as("another file would take the only key away")
                .hasMessageContaining("Take the list of codes first");
        As.person("kscb", () -> samples.takeCodes(CODE));
        assertThat(number("select count(*) from population where family is not null"))
                .isZero();
    }

    @Test
    void a_bank_holiday_moves_the_steps_that_are_open() throws SQLException {
        piloting();
        LocalDate before = returnsDue();
        As.does("kscb", () -> holidays.add(before, "Coronation"));
        try {
            assertThat(returnsDue()).isAfter(before);
        } finally {
            As.does("kscb", () -> holidays.withdraw(before, "It was put off"));
        }
        assertThat(returnsDue()).isEqualTo(before);
    }

    private LocalDate returnsDue() {
        return Objects.requireNonNull(
                As.person("kscb", () -> audits.audit(CODE)).summary().returnsDue());
    }

    @Test
    void a_cancelled_audit_leaves_no_population_behind() throws IOException, SQLException {
        piloting();
        upload(population(40));
        move(AuditMove.CANCEL, "Overtaken by the inspection");
        assertThat(number("select count(*) from population p join practice_audit a on a.id = p.audit_id"
                        + " where a.code = '" + CODE + "'"))
                .isZero();
        refused(AuditMove.PILOT, "", "“Cancelled”");
    }

    @Test
    void a_case_is_replaced_from_the_reserves_alone_and_exclusions_are_counted() throws IOException, SQLException {
        piloting();
        upload(population(40));
        As.does(
                "kscb",
                () -> samples.draw(new DrawSample(
                        CODE, "Two questions reworded", "All referrals", "Nothing", "seed", Map.of("East", 5), 20)));
        List<CodePair> pairs = As.person("kscb", () -> samples.takeCodes(CODE));
        assertThat(pairs).allMatch(p -> !p.caseCode().contains(p.populationCode()));
        String first = sample().cases().getFirst().code();
        assertThatThrownBy(() -> As.does("kscb", () -> samples.replace(CODE, first, " ", "POLICE")))
                .isInstanceOf(Refusal.class);
        As.does("kscb", () -> samples.replace(CODE, first, "Before a court", "POLICE"));
        for (String reader : List.of("board", "moderator", "health")) {
            assertThat(detail(reader).history().toString())
                    .as("which case left, and why: not for " + reader)
                    .doesNotContain(first, "Before a court");
        }
        assertThat(detail("police").history().toString()).contains(first, "Before a court");
        SampleView after = sample();
        assertThat(after.cases())
                .filteredOn(c -> c.status() == CaseStatus.IN_SAMPLE)
                .hasSize(5);
        assertThat(after.exclusions()).singleElement().satisfies(e -> {
            assertThat(e.agency().code()).isEqualTo("POLICE");
            assertThat(e.cases()).isEqualTo(1);
        });
        String next = after.cases().get(1).code();
        assertThatThrownBy(() -> As.does("kscb", () -> samples.replace(CODE, next, "Before a court", "POLICE")))
                .hasMessageContaining("No reserve is left");
        As.does("kscb", () -> samples.exclude(CODE, next, "Before a court", null));
        assertThat(sample().cases())
                .filteredOn(c -> c.status() == CaseStatus.IN_SAMPLE)
                .hasSize(4);
    }

    @Test
    void an_audit_that_asks_each_agency_about_itself_has_one_case_each() throws SQLException {
        piloting();
        As.does("kscb", () -> samples.oneEach(CODE));
        assertThat(sample().cases())
                .extracting(c -> c.referrer() == null ? "" : c.referrer().code())
                .containsExactlyInAnyOrder("KCC", "POLICE", "HEALTH");
    }

    @Test
    void another_agency_is_refused_and_does_not_see_the_audit_anywhere() {
        As.does("kscb", () -> audits.scope(scope(CODE)));
        assertThat(codes("police")).as("before the scope is approved").doesNotContain(CODE);
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        assertThat(codes("police")).contains(CODE);
        assertThat(codes("auditor")).as("an auditor of the police").contains(CODE);
        assertThat(codes("schools")).doesNotContain(CODE);
        assertThatThrownBy(() -> As.person("schools", () -> audits.audit(CODE))).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("schools", () -> audits.confirmReceipt(CODE)))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("police", () -> audits.chase(CODE, "HEALTH")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.person("police", () -> samples.sample(CODE)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void an_agencys_own_file_audit_is_not_mixed_with_the_shared_ones() {
        ScopeAudit two = scope(CODE);
        assertThatThrownBy(() -> As.does("kscb", () -> audits.scope(ownAudit(two, two.agencies()))))
                .hasMessageContaining("asks one agency");
        As.does("kscb", () -> audits.scope(ownAudit(two, Map.of("KCC", AgencyPart.INVOLVED))));
        assertThat(codes("kcc")).as("its owner").contains(CODE);
        move(AuditMove.APPROVE_SCOPE, "management team, minute 2");
        for (String person : List.of("kscb", "kcc", "moderator", "board", "chair", "kscbboard")) {
            assertThat(As.person(person, () -> reports.reports(CODE)).code())
                    .as(person)
                    .isEqualTo(CODE);
        }
        for (String person : List.of("police", "police2", "auditor", "visitor", "health", "observer")) {
            assertThatThrownBy(() -> As.person(person, () -> reports.reports(CODE)))
                    .as(person)
                    .isInstanceOf(NotVisible.class);
        }
        assertThat(codes("observer")).doesNotContain(CODE);
        assertThat(codes("police")).doesNotContain(CODE);
    }

    private static ScopeAudit ownAudit(ScopeAudit like, Map<String, AgencyPart> agencies) {
        return new ScopeAudit(
                like.code(),
                like.title(),
                like.theme(),
                like.question(),
                AuditKind.SINGLE_AGENCY,
                null,
                like.periodFrom(),
                like.periodUntil(),
                agencies,
                null,
                null);
    }

    @Test
    void dfe_hears_of_no_audit_before_its_scope_is_approved() {
        As.does("kscb", () -> audits.scope(scope(CODE)));
        assertThat(codes("observer")).doesNotContain(CODE);
        assertThat(codes("board")).as("who approves").contains(CODE);
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        assertThat(codes("observer")).contains(CODE);
    }

    @Test
    void a_calendar_program_gets_the_days_of_audits_that_its_owner_sees() {
        clock.set(LocalDate.of(2011, 5, 17));
        As.does("kscb", () -> audits.scope(scope(CODE)));
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        assertThat(As.person("police", () -> audits.takeCalendar()))
                .contains("DTSTART;VALUE=DATE:20110622", "/practice-audits/" + CODE);
        assertThat(As.person("schools", () -> audits.takeCalendar())).doesNotContain(CODE);
    }

    @Test
    void an_agency_sees_its_own_standing_and_nobody_elses() {
        As.does("kscb", () -> audits.scope(scope(CODE)));
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        As.does("kscb", () -> audits.withdraw(CODE, "HEALTH", "Only Health and the lead should read this"));
        AuditDetail police = detail("police");
        assertThat(police.agencies()).extracting(s -> s.agency().code()).containsExactly("POLICE");
        assertThat(police.openings()).isEmpty();
        assertThat(police.summary().signedOff()).isNull();
        assertThat(police.history()).extracting(AuditDetail.Happened::what).doesNotContain("AGENCY_WITHDRAWN");
        assertThat(detail("health").history())
                .extracting(AuditDetail.Happened::what)
                .contains("AGENCY_WITHDRAWN");
        AuditDetail observer = detail("observer");
        assertThat(observer.headline()).isTrue();
        assertThat(observer.question()).isEmpty();
        assertThat(observer.agencies()).isEmpty();
        assertThat(observer.history()).isEmpty();
        assertThat(observer.summary().agencies()).isEmpty();
    }

    @Test
    void a_step_moves_with_a_reason_that_stays_in_the_history() {
        clock.set(LocalDate.of(2011, 5, 17));
        As.does("kscb", () -> audits.scope(scope(CODE)));
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        As.does("kscb", () -> audits.moveStep(new MoveStep(CODE, AuditStep.COLLECT, 27, "Half-term")));
        assertThat(detail("police").summary().returnsDue()).isEqualTo(LocalDate.of(2011, 6, 24));
        assertThat(detail("police").history().getFirst().reason()).isEqualTo("Half-term");
    }

    @Test
    void who_has_not_signed_off_is_reminded_once_on_each_day_and_then_the_chair_hears_of_it() throws SQLException {
        collecting();
        reminders.remind();
        assertThat(reminders.remind()).as("the second time on a day").isZero();
        clock.set(LocalDate.of(2011, 6, 8));
        reminders.remind();
        assertThat(reminded("HEALTH")).as("ten working days before 22 June").containsExactly("-10");
        signOff("POLICE");
        for (LocalDate day : List.of(
                LocalDate.of(2011, 6, 15),
                LocalDate.of(2011, 6, 16),
                LocalDate.of(2011, 6, 21),
                LocalDate.of(2011, 6, 22),
                LocalDate.of(2011, 6, 23),
                LocalDate.of(2011, 6, 24))) {
            clock.set(day);
            reminders.remind();
        }
        assertThat(reminded("POLICE")).as("signed off on the way").containsExactly("-10");
        assertThat(reminded("HEALTH")).containsExactly("-10", "-5", "-1", "0", "1");
        assertThat(detail("kscb").history())
                .filteredOn(h -> h.what().equals("ESCALATED"))
                .extracting(h ->
                        String.valueOf(h.agency() == null ? null : h.agency().code()))
                .containsExactlyInAnyOrder("KCC", "HEALTH");
        assertThat(detail("kscb").history())
                .filteredOn(h -> h.what().equals("REMINDED"))
                .allMatch(h -> h.by().equals("portal"));
        AuditRow.Ours ours = Objects.requireNonNull(detail("health").summary().ours());
        assertThat(ours.nudged())
                .isEqualTo(new AuditRow.Nudged(LocalDate.of(2011, 6, 23), null, LocalDate.of(2011, 6, 24)));
    }

    @Test
    void the_chair_agrees_with_an_agency_when_its_return_comes_and_only_the_chair_does() throws SQLException {
        collecting();
        signOff("POLICE");
        clock.set(LocalDate.of(2011, 6, 24));
        reminders.remind();
        assertThat(nonReturns()).extracting(n -> n.agency().code()).containsExactlyInAnyOrder("KCC", "HEALTH");
        for (String other : List.of("kscb", "board", "health", "observer", "moderator")) {
            assertThatThrownBy(() -> As.person(other, audits::nonReturns))
                    .as(other)
                    .isInstanceOf(NotPermitted.class);
        }
        agreementRefused("HEALTH", " ", "Say what was agreed");
        agreementRefused("HEALTH", "Ring 01622 671411", "phone number");
        agreementRefused("POLICE", "By Friday", "has not come");
        agreementRefused("", "By Friday", "Choose an agency");
        As.does("chair", () -> audits.agreeOnNonReturn(CODE, "HEALTH", "All cases by 1 July"));
        assertThat(nonReturns())
                .filteredOn(n -> n.agency().code().equals("HEALTH"))
                .singleElement()
                .satisfies(n -> assertThat(n.agreed()).isEqualTo("All cases by 1 July"))
                .satisfies(n -> assertThat(n.agreedOn()).isEqualTo(LocalDate.of(2011, 6, 24)));
        assertThat(detail("health").history().getFirst().reason()).isEqualTo("All cases by 1 July");
        assertThat(detail("kcc").history())
                .as("of another agency")
                .noneMatch(h -> "NON_RETURN_AGREED".equals(h.what()));
        signOff("HEALTH");
        assertThat(nonReturns()).extracting(n -> n.agency().code()).containsExactly("KCC");
    }

    @Test
    void an_agency_that_would_owe_three_returns_in_a_week_is_asked_for_a_reason_alone() throws SQLException {
        piloting();
        As.does("kscb", () -> samples.oneEach(CODE));
        As.person("kscb", () -> samples.takeCodes(CODE));
        for (String other : List.of("A11-91", "A11-92")) {
            As.does("kscb", () -> audits.scope(scope(other)));
            As.does("kscb", () -> audits.move(new MoveAudit(other, AuditMove.APPROVE_SCOPE, "minute 2", Set.of())));
        }
        LocalDate due = Objects.requireNonNull(detail("kscb").summary().returnsDue());
        change("update practice_audit set returns_due_on = '" + due + "' where code in ('A11-91', 'A11-92')");
        clock.set(LocalDate.of(2011, 6, 1));
        assertThatThrownBy(() -> move(AuditMove.NOTIFY, ""))
                .isInstanceOf(GateIsShut.class)
                .hasMessageContaining("three returns or more in one week")
                .hasMessageContaining("Police");
        move(AuditMove.NOTIFY, "The chair asked for all three before the summer");
        assertThat(detail("kscb").history().getFirst().reason()).contains("The chair asked");
    }

    @Test
    void a_case_that_left_the_sample_is_missing_from_nobodys_return() throws SQLException {
        collecting();
        assertThat(standing("HEALTH").cases()).isEqualTo(1);
        change("update audit_case c join practice_audit a on a.id = c.audit_id join agency g on g.id ="
                + " c.referring_agency_id set c.status = 'EXCLUDED' where a.code = '" + CODE
                + "' and g.code = 'HEALTH'");
        assertThat(standing("HEALTH").cases()).isZero();
    }

    @Test
    void a_new_last_day_is_reminded_of_anew_and_takes_the_old_one_from_the_chair() throws SQLException {
        collecting();
        clock.set(LocalDate.of(2011, 6, 24));
        reminders.remind();
        assertThat(nonReturns()).isNotEmpty();
        As.does("kscb", () -> audits.moveStep(new MoveStep(CODE, AuditStep.SIGN_OFF, 60, "Holidays")));
        As.does("kscb", () -> audits.moveStep(new MoveStep(CODE, AuditStep.COLLECT, 40, "Holidays")));
        assertThat(nonReturns()).as("they are not late any more").isEmpty();
        int before = reminded("HEALTH").size();
        reminders.remind();
        assertThat(reminded("HEALTH")).as("the new day is far").hasSize(before);
        LocalDate due = Objects.requireNonNull(detail("kscb").summary().returnsDue());
        clock.set(due);
        reminders.remind();
        assertThat(reminded("HEALTH").getLast()).isEqualTo("0");
        clock.set(due.plusDays(7));
        reminders.remind();
        assertThat(nonReturns()).isNotEmpty();
    }

    private List<NonReturn> nonReturns() {
        return As.person("chair", audits::nonReturns).stream()
                .filter(n -> n.audit().equals(CODE))
                .toList();
    }

    private void agreementRefused(String agency, String agreed, String why) {
        assertThatThrownBy(() -> As.does("chair", () -> audits.agreeOnNonReturn(CODE, agency, agreed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private List<String> reminded(String agency) {
        return detail("kscb").history().reversed().stream()
                .filter(h -> h.what().equals("REMINDED")
                        && h.agency() != null
                        && h.agency().code().equals(agency))
                .map(AuditDetail.Happened::detail)
                .toList();
    }

    private void collecting() throws SQLException {
        piloting();
        As.does("kscb", () -> samples.oneEach(CODE));
        As.person("kscb", () -> samples.takeCodes(CODE));
        clock.set(LocalDate.of(2011, 6, 1));
        move(AuditMove.NOTIFY, "");
        clock.set(LocalDate.of(2011, 6, 7));
        move(AuditMove.OPEN_RETURNS, "");
    }

    @Test
    void a_copy_starts_at_the_start() throws SQLException {
        piloting();
        assertThatThrownBy(() ->
                        As.person("kscb", () -> audits.copy(CODE, LocalDate.of(2001, 1, 1), LocalDate.of(2001, 3, 31))))
                .hasMessageContaining("a later time");
        String copy = As.person("kscb", () -> audits.copy(CODE, LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)));
        assertThat(copy).isEqualTo("A11-91");
        AuditDetail made = As.person("kscb", () -> audits.audit(copy));
        assertThat(made.summary().state()).isEqualTo(AuditState.SCOPED);
        assertThat(made.agencies()).hasSize(3);
        assertThat(made.scopeApproved()).isNull();
    }

    private void piloting() throws SQLException {
        clock.set(LocalDate.of(2011, 5, 17));
        As.does("kscb", () -> audits.scope(scope(CODE)));
        move(AuditMove.APPROVE_SCOPE, "minute 2");
        change("update practice_audit set tool_version_id = 1 where code = '" + CODE + "'");
        move(AuditMove.PILOT, "");
    }

    private static ScopeAudit scope(String code) {
        return new ScopeAudit(
                code,
                "Referrals again",
                "Referrals",
                "Are they at the right level?",
                AuditKind.REFERRAL_QUALITY,
                null,
                LocalDate.of(2011, 4, 1),
                LocalDate.of(2011, 4, 30),
                Map.of("KCC", AgencyPart.FRONT_DOOR, "POLICE", AgencyPart.REFERRER, "HEALTH", AgencyPart.REFERRER),
                null,
                null);
    }

    private void move(AuditMove move, String note) {
        As.does("kscb", () -> audits.move(new MoveAudit(CODE, move, note, Set.of())));
    }

    private void refused(AuditMove move, String note, String reason) {
        assertThatThrownBy(() -> move(move, note))
                .isInstanceOf(GateIsShut.class)
                .hasMessageContaining(reason);
    }

    private AuditDetail detail(String person) {
        return As.person(person, () -> audits.audit(CODE));
    }

    private AuditDetail.Standing standing(String agency) {
        return detail("kscb").agencies().stream()
                .filter(s -> s.agency().code().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> codes(String person) {
        return As.person(person, () -> audits.list()).stream()
                .map(AuditRow::code)
                .collect(Collectors.toSet());
    }

    private Set<String> codes() {
        return sample().cases().stream().map(CaseView::code).collect(Collectors.toSet());
    }

    private SampleView sample() {
        return As.person("kscb", () -> samples.sample(CODE));
    }

    private static String population(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "P%04d,%s,POLICE".formatted(i, i % 2 == 0 ? "East" : "West"))
                .collect(Collectors.joining("\r\n", "code,stratum,referring agency\r\n", "\r\n"));
    }

    private void upload(String content) throws IOException {
        Path file = file(content);
        As.does("kscb", () -> samples.upload(CODE, "codes.csv", file));
    }

    private static Path file(String content) throws IOException {
        Path file = Files.createTempFile("population", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, content);
    }

    /** As if the agency had signed off its return. */
    private void signOff(String agency) throws SQLException {
        change("insert into agency_return (public_id, audit_id, agency_id, state, round, opened_at, signed_at)"
                + " select substr(concat(g.code, 'xxxxxxxxxxxxxxxxxxxx'), 1, 20), a.id, g.id, 'SIGNED_OFF', 1, 1, 1"
                + " from practice_audit a, agency g where a.code = '" + CODE + "' and g.code = '" + agency + "'"
                + " on duplicate key update state = 'SIGNED_OFF', signed_at = 1");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
