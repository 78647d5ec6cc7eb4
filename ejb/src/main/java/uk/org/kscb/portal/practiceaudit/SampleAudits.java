package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.AuditCase.Traits;
import uk.org.kscb.portal.practiceaudit.model.GateFacts;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.SampleDraw;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/**
 * With {@code PORTAL_SAMPLE_DATA}: the first start brings in the invented audits of {@code practice-audits/} in that folder,
 * with their cases and what happened to them. No gate asks for returns here: they are brought in after this.
 */
@Singleton
@Startup
@DependsOn("StartingTools")
public class SampleAudits {
    private static final String SOURCE = "sample data";

    @Inject
    private SampleReturns returns;

    @Inject
    private AuditStore store;

    @Inject
    private RunningStore running;

    @Inject
    private BankHolidays holidays;

    @Inject
    private Event<SampleAuditsPlayed> played;

    private final Map<String, PracticeAudit> audits = new HashMap<>();

    @PostConstruct
    void begin() {
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        if (folder == null || folder.isBlank() || store.any()) {
            return;
        }
        AgencyNames agencies = running.agencies(-1);
        WorkingDays calendar = holidays.workingDays();
        Path from = Path.of(folder, "practice-audits");
        each(from.resolve("audits.csv"), row -> scope(row, agencies, calendar));
        each(from.resolve("moves.csv"), row -> play(row, agencies, calendar));
        Map<String, AuditCase> cases = new HashMap<>();
        each(from.resolve("cases.csv"), row -> {
            AuditCase made = store.add(made(row, agencies));
            cases.put(made.code(), made);
            if (row.get("status").equals("EXCLUDED")) {
                made.exclude(
                        row.get("reason"),
                        agency(row.get("decided by"), agencies),
                        LocalDate.parse(row.get("decided on")));
            }
        });
        each(from.resolve("moves.csv"), row -> draw(row, cases.values(), calendar));
        store.flush();
        played.fire(new SampleAuditsPlayed(from));
        returns.bringIn(folder);
    }

    private void scope(CSVRecord row, AgencyNames agencies, WorkingDays calendar) {
        Happening when = at(LocalDate.parse(row.get("period from")), calendar);
        PracticeAudit audit = store.add(new PracticeAudit(
                new PracticeAudit.Scope(
                        row.get("code"),
                        row.get("title"),
                        row.get("theme"),
                        row.get("question"),
                        AuditKind.valueOf(row.get("kind")),
                        agencies.id("KSCB"),
                        row.get("grading scheme"),
                        LocalDate.parse(row.get("period from")),
                        LocalDate.parse(row.get("period until"))),
                SOURCE,
                when.at()));
        for (String asked : row.get("agencies").split(" ", -1)) {
            String[] agency = asked.split(":", 2);
            audit.invite(agencies.id(agency[0]), AgencyPart.valueOf(agency[1]), when);
        }
        audits.put(audit.code(), audit);
    }

    private void play(CSVRecord row, AgencyNames agencies, WorkingDays calendar) {
        PracticeAudit audit = audits.get(row.get("audit"));
        if (audit == null) {
            throw new IllegalStateException("moves.csv tells of an audit that audits.csv has not: " + row.get("audit"));
        }
        Happening when = at(LocalDate.parse(row.get("date")), calendar);
        String note = row.get("note");
        switch (row.get("move")) {
            case "RECEIPT" -> codes(note).forEach(a -> store.add(audit.confirmReceipt(agencies.id(a), when)));
            case "CHASE" -> codes(note).forEach(a -> store.add(audit.chase(agencies.id(a), when)));
            case "DRAW" -> store.add(audit.drawn("Stratified by outcome", when));
            case "PILOT" -> {
                running.toolFor(audit.kind())
                        .ifPresent(tool -> store.add(audit.useTool(tool.id(), tool.words(), when)));
                store.add(audit.pilotedAsSample(when));
            }
            default ->
                store.add(audit.move(
                        AuditMove.valueOf(row.get("move")),
                        note,
                        new GateFacts(agencies.shortNames(), audit.agencyIds(), Set.of(), 1, false, audit.agencyIds()),
                        when));
        }
    }

    /** The note says what is in the population, what was left out, and how many there are in each stratum. */
    private void draw(CSVRecord row, Collection<AuditCase> cases, WorkingDays calendar) {
        PracticeAudit audit = audits.get(row.get("audit"));
        if (audit == null || !row.get("move").equals("DRAW")) {
            return;
        }
        Happening when = at(LocalDate.parse(row.get("date")), calendar);
        String[] note = row.get("note").split("\\|", 3);
        List<AuditCase> drawn =
                cases.stream().filter(c -> c.audit().equals(audit)).toList();
        store.add(SampleDraw.madeElsewhere(
                audit,
                new SampleDraw.Written(when.day().toString(), "", note[0], note[1]),
                Stream.of(note[2].split(","))
                        .map(s -> s.strip().split("="))
                        .map(s -> new SampleMethod.Stratum(
                                s[0],
                                Integer.parseInt(s[1]),
                                (int) drawn.stream()
                                        .filter(c -> in(c, s[0], false))
                                        .count(),
                                (int) drawn.stream()
                                        .filter(c -> in(c, s[0], true))
                                        .count()))
                        .toList(),
                when));
    }

    private static boolean in(AuditCase made, String stratum, boolean reserve) {
        return made.stratum().equals(stratum) && made.reserve() == reserve;
    }

    private AuditCase made(CSVRecord row, AgencyNames agencies) {
        PracticeAudit audit = audits.get(row.get("audit"));
        if (audit == null) {
            throw new IllegalStateException("cases.csv tells of an audit that audits.csv has not: " + row.get("audit"));
        }
        return new AuditCase(
                audit,
                row.get("code"),
                Integer.parseInt(row.get("position")),
                row.get("stratum"),
                row.get("reserve").equals("yes"),
                new Traits(
                        agency(row.get("referring agency"), agencies),
                        row.get("age band"),
                        row.get("sex"),
                        row.get("ethnicity group"),
                        row.get("district"),
                        row.get("outcome"),
                        LocalDate.parse(row.get("referral date"))));
    }

    private static List<String> codes(String note) {
        return List.of(note.split(" ", -1));
    }

    private static @Nullable Long agency(String code, AgencyNames agencies) {
        return code.isBlank() ? null : agencies.id(code);
    }

    private static Happening at(LocalDate day, WorkingDays calendar) {
        Instant noon = day.atTime(LocalTime.NOON).atZone(PortalClock.LONDON).toInstant();
        return new Happening(day, noon, SOURCE, calendar);
    }

    private static void each(Path file, Consumer<CSVRecord> use) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> rows = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(file);
                var parser = format.parse(in)) {
            parser.forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Sample audits cannot be read from " + file, e);
        }
        rows.forEach(use);
    }
}
