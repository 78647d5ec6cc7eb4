package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.ReleasedReport;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.ReportVersions;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Kind;
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.practiceaudit.RetentionService;
import uk.org.kscb.portal.practiceaudit.RetentionView;
import uk.org.kscb.portal.practiceaudit.WriteReport;

/** How long returns are kept, who looked at them, and the report that outlives them. */
@SuppressWarnings("NullAway") // a certificate that must be there
class RetentionIT extends ContainerTest {
    private static final String AUDIT = "T11-95";
    private static final String REAUDIT = "T12-96";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    private static final String KSCB = "Kent Safeguarding Children Board";

    @EJB
    private RetentionService retention;

    @EJB
    private ResultService results;

    @EJB
    private ReportService reports;

    @Inject
    private PortalClock clock;

    private LocalDate today;

    @BeforeEach
    void fill() throws SQLException {
        today = clock.today();
        try (Connection connection = database.getConnection()) {
            FilledAudit first = FilledAudit.referrals(connection, AUDIT, true);
            FilledAudit.referrals(connection, REAUDIT, true)
                    .isReauditOf(first, today.minusMonths(12).plusDays(1));
        }
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
    void returns_are_destroyed_twelve_months_after_the_reaudit_closed_with_a_certificate() throws SQLException {
        destroy();
        assertThat(kept("kscb").certificate()).as("a day too early").isNull();
        clock.set(today.plusDays(1));
        destroy();
        RetentionView.Certificate certificate = kept("police").certificate();
        assertThat(certificate.returns()).isEqualTo(4);
        assertThat(certificate.cases()).isEqualTo(114);
        assertThat(certificate.grades()).isEqualTo(39);
        assertThat(certificate.moderations()).isEqualTo(39);
        assertThat(certificate.fingerprint()).hasSize(64);
        assertThat(number("select count(*) from agency_return r join practice_audit p on p.id = r.audit_id where p.code"
                        + " = '"
                        + AUDIT + "'"))
                .isZero();
        assertThat(number(
                        "select count(*) from audit_case c join practice_audit p on p.id = c.audit_id where p.code = '"
                                + AUDIT
                                + "' and (c.age_band is not null or c.district is not null or c.outcome is not null)"))
                .as("what a case was like goes with its answers")
                .isZero();
        assertThat(kept("kscb", REAUDIT).certificate()).as("the re-audit's own").isNotNull();
        assertThat(As.person("kscb", () -> results.results(AUDIT, ResultFilter.NONE))
                        .head()
                        .destroyedOn())
                .isEqualTo(today.plusDays(1));
    }

    @Test
    void a_hold_stops_it_until_it_is_lifted() throws SQLException {
        clock.set(today.plusDays(1));
        assertThatThrownBy(() -> As.does("kscb", () -> retention.hold(AUDIT, false, " ")))
                .hasMessageContaining("must be kept");
        As.does("kscb", () -> retention.hold(AUDIT, false, "The inquiry asked for it"));
        destroy();
        assertThat(kept("kscb").certificate()).isNull();
        assertThat(kept("kscb").held()).isTrue();
        String hold = kept("kscb").holds().getFirst().id();
        As.does("kscb", () -> retention.lift(AUDIT, hold, "The inquiry has ended"));
        destroy();
        assertThat(kept("kscb").certificate()).isNotNull();
    }

    @Test
    void nothing_goes_while_a_reaudit_is_under_way_and_what_was_cancelled_goes_too() throws SQLException {
        clock.set(today.plusDays(1));
        change("update practice_audit set state = 'COLLECTING', closed_on = null where code = '" + REAUDIT + "'");
        destroy();
        assertThat(kept("kscb").certificate())
                .as("its figures are compared with")
                .isNull();
        change("update practice_audit set state = 'CANCELLED' where code = '" + REAUDIT + "'");
        change("insert into audit_event (audit_id, what, happened_on, recorded_at, recorded_by, state, detail) select"
                + " id, 'CANCEL', '" + today.minusMonths(12)
                + "', 0, 'kscb', 'CANCELLED', '' from practice_audit where code = '" + REAUDIT + "'");
        destroy();
        assertThat(kept("kscb", REAUDIT).certificate()).isNotNull();
    }

    @Test
    void a_hold_on_everything_stops_everything() {
        clock.set(today.plusDays(1));
        As.does("kscb", () -> retention.hold(REAUDIT, true, "An inquiry into all audits"));
        destroy();
        assertThat(kept("kscb").certificate()).isNull();
        As.does(
                "kscb",
                () -> retention.lift(REAUDIT, kept("kscb").holds().getFirst().id(), "Ended"));
    }

    @Test
    void an_agency_sees_who_looked_at_its_return_and_not_at_others() throws SQLException {
        As.person("kscb", () -> results.sheet(AUDIT, 0));
        change("update practice_audit set state = 'MODERATING', released_on = null where code = '" + AUDIT + "'");
        As.person("moderator2", () -> results.sheet(AUDIT, 0));
        As.person("health", () -> results.sheet(AUDIT, 0));
        As.person("police", () -> results.results(AUDIT, ResultFilter.NONE));
        As.person("schools", () -> results.results(AUDIT, ResultFilter.NONE));
        assertThat(kept("police").looks())
                .anySatisfy(l -> assertThat(l.who()).isEqualTo("kscb"))
                .anySatisfy(l -> assertThat(l.who()).isEqualTo("police"))
                .anySatisfy(l ->
                        assertThat(l.who()).as("a moderator of another agency").isEqualTo("moderator2"))
                .noneSatisfy(l -> assertThat(l.who()).as("who sees own rows").isEqualTo("health"))
                .noneSatisfy(l -> assertThat(l.who()).isEqualTo("schools"));
        assertThat(kept("kscb").looks()).anySatisfy(l -> assertThat(l.who()).isEqualTo("schools"));
        for (String person : new String[] {"auditor", "board", "moderator", "observer"}) {
            assertThatThrownBy(() -> kept(person)).as(person).isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> kept("probation")).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("police", () -> retention.hold(AUDIT, true, "No")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_report_is_frozen_checked_for_its_facts_approved_and_released() throws SQLException {
        change("update practice_audit set state = 'ACCURACY' where code = '" + AUDIT + "'");
        int version = write("Two in three referrals named the right level.");
        assertThatThrownBy(() -> As.person("board", () -> reports.file(AUDIT, version, Kind.PDF)))
                .as("a draft is not for a board while agencies check it")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> approve("board", "Improvement Board", version))
                .hasMessageContaining("still checking the facts");
        assertThat(As.person("police", () -> reports.file(AUDIT, version, Kind.PDF))
                        .bytes())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        As.does("police", () -> reports.comment(AUDIT, version, "We returned 31 cases, not 30.", Set.of()));
        assertThat(As.person("schools", () -> reports.reports(AUDIT))
                        .versions()
                        .getFirst()
                        .comments())
                .as("another agency's comment")
                .isEmpty();
        assertThatThrownBy(() -> As.does("probation", () -> reports.comment(AUDIT, version, "Not ours", Set.of())))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("kscb", () -> reports.release(AUDIT, version)))
                .hasMessageContaining("may say until");
        int second = write("Two in three referrals named the right level, as before.");
        assertThat(second).isEqualTo(version + 1);
        change("update practice_audit set state = 'REPORTING' where code = '" + AUDIT + "'");
        assertThatThrownBy(() -> approve("kscbboard", KSCB, second))
                .as("agencies are still checking")
                .hasMessageContaining("may say until");
        clock.set(today.plusDays(14));
        As.does("police", () -> reports.comment(AUDIT, second, "Late, but wrong all the same.", Set.of()));
        assertThat(As.person("kscb", () -> reports.reports(AUDIT))
                        .versions()
                        .getFirst()
                        .comments()
                        .getFirst()
                        .late())
                .isTrue();
        assertThat(As.person("board", () -> reports.reports(AUDIT)).versions())
                .as("the newest alone, without what agencies said of it")
                .singleElement()
                .satisfies(v -> assertThat(v.number()).isEqualTo(second))
                .satisfies(v -> assertThat(v.comments()).isEmpty());
        assertThat(As.person("chair", () -> reports.file(AUDIT, second, Kind.WORD))
                        .bytes())
                .isNotEmpty();
        assertThatThrownBy(() -> As.person("chair", () -> reports.file(AUDIT, version, Kind.WORD)))
                .as("put right since")
                .isInstanceOf(NotVisible.class);
        for (String other : new String[] {"observer", "moderator", "visitor", "probation"}) {
            assertThatThrownBy(() -> As.person(other, () -> reports.file(AUDIT, second, Kind.BRIEF)))
                    .as(other)
                    .isInstanceOf(NotVisible.class);
        }
        assertThatThrownBy(() -> approve("kscb", KSCB, second)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> approve("board", KSCB, second))
                .as("each speaks for the own board")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> approve("board", "Improvement Board", version)).hasMessageContaining("newer version");
        approve("board", "Improvement Board", second);
        assertThatThrownBy(() -> approve("board", "Improvement Board", second)).hasMessageContaining("already");
        assertThatThrownBy(() -> As.does("kscb", () -> reports.release(AUDIT, second)))
                .as("another board decides")
                .hasMessageContaining("has not approved this version");
        approve("kscbboard", KSCB, second);
        assertThat(As.person("kscb", () -> reports.reports(AUDIT))
                        .versions()
                        .getFirst()
                        .approvals())
                .extracting(ReportVersions.Approval::board)
                .containsExactly("Improvement Board", KSCB);
        assertThat(As.person("visitor", () -> reports.released()))
                .noneMatch(r -> r.audit().equals(AUDIT));
        As.does("kscb", () -> reports.release(AUDIT, second));
        for (String reader : new String[] {"visitor", "police2", "auditor", "observer", "board", "teacher"}) {
            assertThat(As.person(reader, () -> reports.released()))
                    .as(reader)
                    .anySatisfy(r -> assertThat(r)
                            .isEqualTo(new ReleasedReport(
                                    AUDIT,
                                    r.title(),
                                    second,
                                    "Two in three referrals named the right level, as before.",
                                    clock.today())));
        }
        assertThat(As.person("board", () -> reports.reports(AUDIT)).versions()).hasSize(1);
        assertThat(As.person("visitor", () -> reports.file(AUDIT, second, Kind.BRIEF))
                        .name())
                .endsWith(".docx");
        assertThatThrownBy(() -> As.person("visitor", () -> reports.file(AUDIT, second, Kind.WORD)))
                .as("a practitioner reads the brief")
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("police", () -> reports.comment(AUDIT, second, "After release", Set.of())))
                .hasMessageContaining("released");
    }

    private void approve(String person, String board, int version) {
        As.does(person, () -> reports.approve(AUDIT, version, board, "item 7"));
    }

    private int write(String headline) {
        return As.person(
                "kscb",
                () -> reports.write(new WriteReport(
                        AUDIT,
                        headline,
                        "We looked at 57 referrals.",
                        "Write what the child says.",
                        "Threshold workshops.")));
    }

    private void destroy() {
        As.person("kscb", () -> retention.destroyDue());
    }

    private RetentionView kept(String person) {
        return kept(person, AUDIT);
    }

    private RetentionView kept(String person, String code) {
        return As.person(person, () -> retention.kept(code, null));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
