package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.ModerationService;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnView.CaseLine;
import uk.org.kscb.portal.practiceaudit.SampleService;
import uk.org.kscb.portal.practiceaudit.ScopeAudit;

/** Section 11: each organisation scores itself standard by standard, and a panel sets its own score beside it. */
class SectionElevenIT extends ContainerTest {
    private static final String CODE = "A11-93";
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

    @Inject
    private PortalClock clock;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    private final LocalDate today = LocalDate.of(2011, 6, 15);

    @AfterEach
    void leave_no_audit_behind() throws SQLException {
        clock.set(today);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            Removal.ofAudit(connection, CODE);
            // its use has frozen the tool, which other tests want to work on
            statement.executeUpdate("update tool_version v join audit_tool t on t.id = v.tool_id set v.state = 'DRAFT',"
                    + " v.frozen_at = null where t.kind = 'SECTION_11'");
        }
    }

    @Test
    void each_standard_has_a_self_score_a_moderated_one_and_a_deadline() {
        open();
        String police = scored("police", Map.of("S1.1", "3", "S1.2", "3", "S1.4", "3", "S2.1", "NA", "S2.2", "3"));
        scored("probation", Map.of());
        move(AuditMove.CLOSE_RETURNS, "");
        As.does(
                "kscb",
                () -> audits.move(new MoveAudit(CODE, AuditMove.MODERATE, "", Set.of("KSCB", "HEALTH", "SCHOOLS"))));
        assertThatThrownBy(() -> move(AuditMove.CHECK_ACCURACY, "")).hasMessageContaining("has not graded everything");
        for (GradeSubject subject : GradeSubject.values()) {
            if (subject.standard() || subject == GradeSubject.OVERALL) {
                decide("POLICE", police, subject, "2");
            }
        }
        List<GradeTable> standards = Objects.requireNonNull(
                        As.person("kscb", () -> results.results(CODE, ResultFilter.NONE))
                                .figures())
                .grades();
        assertThat(standards).filteredOn(g -> g.subject().standard()).hasSize(8);
        GradeTable first = standards.stream()
                .filter(g -> g.subject() == GradeSubject.STANDARD_1)
                .findFirst()
                .orElseThrow();
        assertThat(first.title()).isEqualTo("Senior management commitment");
        assertThat(first.down().share()).as("3 became 2").isEqualTo(new Share(1, 1));
        assertThat(standards.stream()
                        .filter(g -> g.subject() == GradeSubject.STANDARD_3)
                        .findFirst()
                        .orElseThrow()
                        .unchanged()
                        .share())
                .isEqualTo(new Share(1, 1));
        assertThat(As.person("police", () -> results.results(CODE, ResultFilter.NONE))
                        .figures())
                .as("before release")
                .isNull();
    }

    @Test
    void a_self_score_far_from_its_own_sections_answers_is_refused() {
        open();
        String own = answered("police", Map.of("S1.1", "0", "S1.2", "0", "S1.4", "3"));
        assertThatThrownBy(() -> As.does("police", () -> answers.complete(CODE, own, AgencyPart.INVOLVED)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The answers suggest “0 Not met”");
    }

    private void open() {
        clock.set(LocalDate.of(2011, 5, 16));
        As.does(
                "kscb",
                () -> audits.scope(new ScopeAudit(
                        CODE,
                        "Section 11, 2011",
                        "Safeguarding arrangements",
                        "Does each organisation have what it needs?",
                        AuditKind.SECTION_11,
                        "SECTION_11",
                        LocalDate.of(2011, 4, 1),
                        LocalDate.of(2011, 4, 30),
                        Map.of("POLICE", AgencyPart.INVOLVED, "PROBATION", AgencyPart.INVOLVED),
                        null,
                        null)));
        move(AuditMove.APPROVE_SCOPE, "minute 3");
        String tool = As.person("kscb", () -> audits.tools()).stream()
                .filter(t -> t.words().contains("Section 11"))
                .findFirst()
                .orElseThrow()
                .id();
        As.does("kscb", () -> audits.useTool(CODE, tool));
        move(AuditMove.PILOT, "");
        As.does("kscb", () -> samples.oneEach(CODE));
        As.person("kscb", () -> samples.takeCodes(CODE));
        move(AuditMove.NOTIFY, "");
        for (String agency : List.of("police", "probation")) {
            As.does(agency, () -> audits.confirmReceipt(CODE));
        }
        move(AuditMove.OPEN_RETURNS, "");
    }

    /** Answered, completed and signed by somebody else of the agency. @return code of its case */
    private String scored(String coordinator, Map<String, String> unlike) {
        String own = answered(coordinator, unlike);
        As.does(coordinator, () -> answers.complete(CODE, own, AgencyPart.INVOLVED));
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update agency_return r join practice_audit p on p.id = r.audit_id join agency a on"
                    + " a.id = r.agency_id set r.state = 'SIGNED_OFF', r.signed_at = 1 where p.code = '" + CODE
                    + "' and a.code = '" + coordinator.toUpperCase(java.util.Locale.ROOT) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return own;
    }

    private String answered(String coordinator, Map<String, String> unlike) {
        CaseLine line = As.person(coordinator, () -> returns.own(CODE)).cases().getFirst();
        As.does(coordinator, () -> answers.declare(CODE, line.code(), AgencyPart.INVOLVED));
        Map<String, String> says = new HashMap<>();
        for (int standard = 1; standard <= 8; standard++) {
            says.put("S" + standard + ".4", "2");
        }
        says.put("S10", "2");
        says.putAll(unlike);
        new Answering(returns, answers, CODE).answerAll(coordinator, line.code(), AgencyPart.INVOLVED, says);
        As.does(coordinator, () -> answers.noConcern(CODE, line.code(), AgencyPart.INVOLVED));
        return line.code();
    }

    private void decide(String agency, String caseCode, GradeSubject subject, String grade) {
        As.person(
                "moderator",
                () -> moderation.decide(new DecideGrade(
                        CODE,
                        caseCode,
                        agency,
                        AgencyPart.INVOLVED,
                        subject,
                        grade,
                        "Read across",
                        null,
                        null,
                        PANEL,
                        0)));
    }

    private void move(AuditMove move, String note) {
        As.does("kscb", () -> audits.move(new MoveAudit(CODE, move, note, Set.of())));
    }
}
