package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
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
 * With {@code PORTAL_SAMPLE_DATA}: fills the returns of the sample audit that is under way from {@code returns.csv},
 * invented like everything there.
 */
@ApplicationScoped
public class SampleReturns {
    private static final String COLLECTING = "A11-03";
    private static final LocalDate OPENED = LocalDate.of(2011, 6, 7);
    private static final LocalDate ANSWERED = LocalDate.of(2011, 6, 14);

    @Inject
    private SampleReturnStore store;

    @Inject
    private ReturnOpening opening;

    /** After the sample audits are there: what agencies have answered so far of the audit that collects. */
    void bringIn(String folder) {
        store.audit(COLLECTING).ifPresent(audit -> {
            opening.open(audit, at(OPENED));
            rows(Path.of(folder, "practice-audits", "returns.csv")).forEach(this::fill);
        });
    }

    private void fill(CSVRecord row) {
        Instant when = at(ANSWERED);
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
                : List.of(cell.split(";(?=[A-Z0-9]+=)", -1)).stream()
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
