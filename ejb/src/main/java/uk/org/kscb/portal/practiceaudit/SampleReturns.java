package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.store.SampleReturnStore;

/**
 * With {@code PORTAL_SAMPLE_DATA}: fills the returns of the sample audits from {@code returns.csv} and {@code
 * moderation.csv}, invented like everything there.
 */
@Singleton
@Startup
@DependsOn("SampleAudits")
public class SampleReturns {
    private static final List<String> NOTIFIED = List.of("A11-01", "A11-03");
    private static final LocalDate FIRST_ROUND = LocalDate.of(2011, 5, 4);
    private static final LocalDate SECOND_ROUND = LocalDate.of(2011, 6, 14);

    @Inject
    private SampleReturnStore store;

    @Inject
    private ReturnOpening opening;

    @PostConstruct
    void begin() {
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        if (folder == null || folder.isBlank() || store.any()) {
            return;
        }
        NOTIFIED.forEach(code -> store.audit(code).ifPresent(audit -> opening.open(audit, at(FIRST_ROUND))));
        Path from = Path.of(folder, "practice-audits");
        rows(from.resolve("returns.csv")).forEach(this::fill);
        store.sign("A11-01", at(FIRST_ROUND));
        rows(from.resolve("moderation.csv"))
                .forEach(row -> store.moderate(
                        row.get("case"),
                        row.get("agency"),
                        AgencyPart.valueOf(row.get("part")),
                        GradeSubject.valueOf(row.get("subject")),
                        row.get("grade"),
                        row.get("reason"),
                        at(LocalDate.parse(row.get("date")))));
    }

    private void fill(CSVRecord row) {
        Instant when = at(row.get("audit").equals("A11-01") ? FIRST_ROUND : SECOND_ROUND);
        store.fill(
                new SampleReturnStore.Row(
                        row.get("audit"),
                        row.get("case"),
                        row.get("agency"),
                        AgencyPart.valueOf(row.get("part")),
                        row.get("auditor"),
                        row.get("concern"),
                        row.get("complete").equals("yes"),
                        pairs(row.get("answers")),
                        pairs(row.get("grades"))),
                when);
    }

    private static List<String[]> pairs(String cell) {
        return cell.isBlank()
                ? List.of()
                : List.of(cell.split(";", -1)).stream()
                        .map(pair -> pair.split("=", 2))
                        .toList();
    }

    private static Instant at(LocalDate day) {
        return day.atTime(10, 42).atZone(PortalClock.LONDON).toInstant();
    }

    private static List<CSVRecord> rows(Path file) {
        try (Reader in = Files.newBufferedReader(file);
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Sample returns cannot be read from " + file, e);
        }
    }
}
