package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.org.kscb.portal.practiceaudit.AgencyPart.FRONT_DOOR;
import static uk.org.kscb.portal.practiceaudit.AgencyPart.REFERRER;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.Decision;
import uk.org.kscb.portal.practiceaudit.DrawSample;
import uk.org.kscb.portal.practiceaudit.FindingPriority;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.ImpactLevel;
import uk.org.kscb.portal.practiceaudit.ModerationService;
import uk.org.kscb.portal.practiceaudit.ModerationView;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.PlanAction;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.Recommend;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.practiceaudit.RecordFinding;
import uk.org.kscb.portal.practiceaudit.ReportOnAction;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.practiceaudit.ResultView;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnView.CaseLine;
import uk.org.kscb.portal.practiceaudit.SampleService;
import uk.org.kscb.portal.practiceaudit.ScopeAudit;
import uk.org.kscb.portal.practiceaudit.ShowImpact;
import uk.org.kscb.portal.practiceaudit.ShownBy;
import uk.org.kscb.portal.practiceaudit.WriteReport;

/** A referral audit from its scope until it is closed, by the people whose work each part is, on the days on which it falls. */
class AuditFromScopeToCloseIT extends ContainerTest {
    private static final String CODE = "A11-95";
    private static final Map<String, String> AUDITORS =
            Map.of("POLICE", "auditor", "HEALTH", "auditor3", "KCC", "auditor4");
    private static final Set<String> PANEL = Set.of("moderator", "moderator2", "moderator3");

    @EJB
    private PracticeAuditService audits;

    @EJB
    private SampleService samples;

    @EJB
    private ReturnService returns;

    @EJB
    private AnswerService answers;

    @EJB
    private ModerationService moderation;

    @EJB
    private ResultService results;

    @EJB
    private ReportService reports;

    @EJB
    private FindingService findings;

    @EJB
    private RecommendationService recommendations;

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
        try (Connection connection = database.getConnection()) {
            Removal.ofAudit(connection, CODE);
            Removal.ofAudit(connection, "A11-96");
        }
    }

    @Test
    void a_referral_audit_lives_from_scope_to_close() throws IOException, SQLException {
        scopeAndPilot();
        drawFourCases();
        notifyAndOpen();
        collect();
        moderate();
        checkAccuracyAndReport();
        String recommendation = recommend();
        act(recommendation);
        reauditAndClose(recommendation);
    }

    private void scopeAndPilot() {
        on(2011, 5, 16);
        As.does(
                "kscb",
                () -> audits.scope(new ScopeAudit(
                        CODE,
                        "Referrals of April",
                        "Referrals",
                        "Are they at the right level?",
                        AuditKind.REFERRAL_QUALITY,
                        null,
                        LocalDate.of(2011, 4, 1),
                        LocalDate.of(2011, 4, 30),
                        Map.of("KCC", FRONT_DOOR, "POLICE", REFERRER, "HEALTH", REFERRER),
                        null,
                        null)));
        move(AuditMove.APPROVE_SCOPE, "QA subgroup, minute 2");
        String tool = As.person("kscb", () -> audits.tools()).stream()
                .filter(t -> t.words().contains("Quality and threshold of referrals"))
                .findFirst()
                .orElseThrow()
                .id();
        As.does("kscb", () -> audits.useTool(CODE, tool));
        on(2011, 5, 20);
        move(AuditMove.PILOT, "");
    }

    private void drawFourCases() throws IOException {
        on(2011, 5, 26);
        Path file = Files.createTempFile("population", ".csv");
        Files.writeString(
                file,
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                i % 2 == 0 ? "P%04d,Police,POLICE".formatted(i) : "P%04d,Health,HEALTH".formatted(i))
                        .collect(Collectors.joining("\r\n", "code,stratum,referring agency\r\n", "\r\n")));
        As.does("kscb", () -> samples.upload(CODE, "codes.csv", file));
        Files.delete(file);
        As.does(
                "kscb",
                () -> samples.draw(new DrawSample(
                        CODE,
                        "Two questions reworded",
                        "All referrals",
                        "Nothing",
                        "2011-05-26",
                        Map.of("Police", 2, "Health", 2),
                        50)));
        assertThat(As.person("kscb", () -> samples.takeCodes(CODE)))
                .as("two of each and one reserve of each")
                .hasSize(6);
    }

    private void notifyAndOpen() {
        on(2011, 5, 31);
        move(AuditMove.NOTIFY, "");
        for (String agency : List.of("police", "health", "kcc")) {
            As.does(agency, () -> audits.confirmReceipt(CODE));
        }
        on(2011, 6, 2);
        move(AuditMove.OPEN_RETURNS, "");
    }

    private void collect() {
        on(2011, 6, 14);
        assertThat(answer("POLICE", Map.of("Q14", "3", "Q15", "3"), Map.of("Q14", "2", "Q15", "4")))
                .as("its own two cases and no other")
                .hasSize(2);
        assertThat(answer("HEALTH", Map.of("Q14", "4", "Q15", "3"), Map.of("Q14", "3", "Q15", "3")))
                .hasSize(2);
        assertThat(answer("KCC", Map.of("Q15", "3"), Map.of("Q15", "3")))
                .as("the front door answers for all four")
                .hasSize(4);
        assertThat(As.person("kscb", () -> returns.list(CODE)).concerns())
                .as("the concern that was found once")
                .hasSize(1);
        As.does("police", () -> returns.sign(CODE));
        assertThat(As.person("police", () -> results.results(CODE, ResultFilter.NONE))
                        .figures())
                .as("no figures before release")
                .isNull();
        assertThatThrownBy(() -> As.person("health", () -> returns.of(CODE, "POLICE")))
                .as("blind first")
                .isInstanceOf(NotVisible.class);
        As.does("health", () -> returns.sign(CODE));
        on(2011, 6, 21);
        As.does("kcc", () -> returns.sign(CODE));
        move(AuditMove.CLOSE_RETURNS, "");
    }

    /** The agency's auditor answers its cases, of which the coordinator gives them each; the first of them with a concern where it is the police. */
    private List<CaseLine> answer(String agency, Map<String, String> first, Map<String, String> second) {
        String coordinator = agency.toLowerCase(java.util.Locale.ROOT);
        String auditor = Objects.requireNonNull(AUDITORS.get(agency));
        Answering answering = new Answering(returns, answers, CODE);
        List<CaseLine> cases = As.person(coordinator, () -> returns.own(CODE)).cases();
        for (CaseLine line : cases) {
            String code = line.code();
            AgencyPart part = line.part();
            As.does(coordinator, () -> returns.assign(CODE, code, part, auditor, ""));
            As.does(auditor, () -> answers.declare(CODE, code, part));
            answering.answerAll(auditor, code, part, cases.indexOf(line) % 2 == 0 ? first : second);
            if (agency.equals("POLICE") && line.equals(cases.getFirst())) {
                As.does(
                        auditor,
                        () -> answers.concern(
                                CODE, code, part, LocalDateTime.of(2011, 6, 13, 16, 20), "Named Nurse", Set.of()));
            } else {
                As.does(auditor, () -> answers.noConcern(CODE, code, part));
            }
            As.does(auditor, () -> answers.complete(CODE, code, part));
        }
        return cases;
    }

    private void moderate() {
        on(2011, 6, 28);
        As.does(
                "kscb",
                () -> audits.move(new MoveAudit(CODE, AuditMove.MODERATE, "", Set.of("KSCB", "HEALTH", "SCHOOLS"))));
        List<ModerationView.CaseLine> cases =
                As.person("moderator", () -> moderation.table(CODE)).cases();
        assertThat(cases).hasSize(4);
        assertThatThrownBy(() -> move(AuditMove.CHECK_ACCURACY, "")).hasMessageContaining("has not graded everything");
        assertThatThrownBy(() -> As.person("kscb", () -> reports.write(report())))
                .as("no draft while the panel works")
                .hasMessageContaining("once the panel has finished");
        for (ModerationView.CaseLine line : cases) {
            ModerationView view = As.person("moderator", () -> moderation.sideBySide(CODE, line.code()));
            for (ModerationView.Column column : view.columns()) {
                for (ModerationView.Grade grade : column.grades()) {
                    As.person(
                            "moderator",
                            () -> moderation.decide(new DecideGrade(
                                    CODE,
                                    line.code(),
                                    column.agency(),
                                    column.part(),
                                    grade.subject(),
                                    column.agency().equals("POLICE") ? "adequate" : "good",
                                    "Read across by the panel",
                                    null,
                                    null,
                                    PANEL,
                                    0)));
                }
            }
        }
        assertThat(As.person("moderator", () -> moderation.table(CODE)).cases())
                .allMatch(ModerationView.CaseLine::done);
        assertThat(As.person("auditor", () -> returns.ownCase(CODE, ownCase("police"), REFERRER))
                        .released())
                .as("no moderated grade before release")
                .isEmpty();
    }

    private void checkAccuracyAndReport() {
        on(2011, 7, 5);
        move(AuditMove.CHECK_ACCURACY, "");
        int version = As.person("kscb", () -> reports.write(report()));
        As.does("police", () -> reports.comment(CODE, version, "The second case was referred on 4 April.", Set.of()));
        assertThatThrownBy(() -> As.does("kscb", () -> reports.release(CODE, version)))
                .as("agencies have five working days")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> move(AuditMove.REPORT, "")).hasMessageContaining("five working days");
        on(2011, 7, 13);
        move(AuditMove.REPORT, "");
        assertThatThrownBy(() -> As.does("kscb", () -> reports.release(CODE, version)))
                .hasMessageContaining("once the board has approved it");
        on(2011, 7, 20);
        assertThatThrownBy(() -> move(AuditMove.APPROVE, "KSCB, minute 7"))
                .hasMessageContaining("has not approved the newest version");
        As.does("kscbboard", () -> reports.approve(CODE, version, "Kent Safeguarding Children Board", "item 7"));
        move(AuditMove.APPROVE, "KSCB, minute 7");
        As.does("kscb", () -> reports.release(CODE, version));
        assertThat(clock.today())
                .as("ten weeks from the scope's approval")
                .isBeforeOrEqualTo(LocalDate.of(2011, 5, 16).plusWeeks(10));
        assertThat(As.person("kscb", () -> results.results(CODE, ResultFilter.NONE))
                        .figures())
                .extracting(ResultView.Figures::threshold)
                .extracting(
                        threshold -> Objects.requireNonNull(threshold).match().share())
                .as("by the level that the front door judges")
                .isEqualTo(new Share(2, 4));
        assertThat(As.person("auditor", () -> returns.ownCase(CODE, ownCase("police"), REFERRER))
                        .released())
                .as("released to the agency whose case it is")
                .isNotEmpty();
    }

    private static WriteReport report() {
        return new WriteReport(
                CODE,
                "Half of the referrals named the right level.",
                "Four referrals of two agencies were read.",
                "Say why you refer now.",
                "None.");
    }

    private String recommend() {
        String finding = As.person(
                "kscb",
                () -> findings.record(
                        new RecordFinding(CODE, "One referral in four was made too low.", "Q14", 1, 4, null)));
        String made = As.person(
                "kscb",
                () -> findings.recommend(new Recommend(
                        CODE,
                        finding,
                        "Name the level and why in every referral",
                        "POLICE",
                        FindingPriority.HIGH,
                        LocalDate.of(2011, 10, 31))));
        assertThatThrownBy(() -> move(AuditMove.ACT, "")).hasMessageContaining("has not decided on: R1");
        As.does("chair", () -> findings.decide(made, Decision.ACCEPTED, "", "", "KSCB, minute 8"));
        return made;
    }

    private void act(String recommendation) {
        on(2011, 8, 8);
        String action = As.person(
                "police",
                () -> findings.act(new PlanAction(
                        recommendation,
                        "Add the level and its reason to the police's form",
                        "Referrals that name the level",
                        "3 of 4",
                        "19 of 20",
                        LocalDate.of(2011, 9, 30),
                        "Children are seen sooner because the first answer is right",
                        Set.of())));
        move(AuditMove.ACT, "");
        move(AuditMove.BRIEF, "");
        on(2011, 10, 14);
        As.does(
                "police",
                () -> findings.report(new ReportOnAction(
                        recommendation,
                        action,
                        ReportedStatus.COMPLETE,
                        "The form is in use.",
                        "Form of 1 October",
                        null)));
        move(AuditMove.CHECK_ACTIONS, "The form is in use in all six districts");
    }

    private void reauditAndClose(String recommendation) throws SQLException {
        on(2012, 1, 25);
        String again =
                As.person("kscb", () -> audits.copy(CODE, LocalDate.of(2011, 11, 1), LocalDate.of(2011, 11, 30)));
        As.does("kscb", () -> audits.move(new MoveAudit(again, AuditMove.APPROVE_SCOPE, "minute 9", Set.of())));
        move(AuditMove.REAUDIT, "");
        assertThatThrownBy(() -> As.does("chair", () -> findings.close(recommendation, "", "KSCB, minute 11")))
                .as("done is not the same as better")
                .hasMessageContaining("impact level 3");
        As.does(
                "police",
                () -> findings.propose(new ShowImpact(
                        recommendation, ImpactLevel.PRACTICE_CHANGED, ShownBy.REAUDIT, "3 of 4, now 19 of 20", again)));
        String shown = Objects.requireNonNull(As.person("kscb", () -> recommendations.recommendation(recommendation))
                        .proposed())
                .id();
        assertThatThrownBy(() -> As.does("kscb", () -> findings.agree(recommendation, shown)))
                .as("nobody knows yet what the re-audit shows")
                .hasMessageContaining("no released results");
        released(again);
        As.does("kscb", () -> findings.agree(recommendation, shown));
        assertThatThrownBy(() -> move(AuditMove.CLOSE, "Front door, 25 January 2012"))
                .hasMessageContaining("Still open: R1");
        As.does("chair", () -> findings.close(recommendation, "", "KSCB, minute 11"));
        assertThatThrownBy(() -> move(AuditMove.CLOSE, " ")).isInstanceOf(Refusal.class);
        move(AuditMove.CLOSE, "Front door, 25 January 2012");
        assertThat(As.person("kscb", () -> audits.audit(CODE)).summary().state())
                .isEqualTo(AuditState.CLOSED);
        assertThatThrownBy(() -> move(AuditMove.PAUSE, "for good")).hasMessageContaining("“Closed”");
    }

    /** The re-audit has a life like that of the first, which is told above. */
    private void released(String code) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update practice_audit set state = 'ACTING', released_on = '2012-01-24' where code = ?")) {
            statement.setString(1, code);
            statement.executeUpdate();
        }
    }

    private String ownCase(String person) {
        return As.person(person, () -> returns.own(CODE)).cases().getFirst().code();
    }

    private void on(int year, int month, int day) {
        clock.set(LocalDate.of(year, month, day));
    }

    private void move(AuditMove move, String note) {
        As.does("kscb", () -> audits.move(new MoveAudit(CODE, move, note, Set.of())));
    }
}
