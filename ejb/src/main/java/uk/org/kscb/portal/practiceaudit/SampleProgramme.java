package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.Programme;
import uk.org.kscb.portal.practiceaudit.model.ProgrammeLine;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ProgrammeStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;

/** The invented programme of 2011, approved as the brief would have it, and the sample audits as what carries it out. */
@ApplicationScoped
class SampleProgramme {
    private static final String SOURCE = "sample data";
    private static final LocalDate BEFORE_THE_BOARD = LocalDate.of(2011, 3, 21);
    private static final LocalDate APPROVED = LocalDate.of(2011, 3, 28);

    @Inject
    private ProgrammeStore programmes;

    @Inject
    private AuditStore audits;

    @Inject
    private RunningStore running;

    void bringIn(@Observes @Priority(10) SampleAuditsPlayed played) {
        Path file = played.folder().resolve("programme.csv");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Programme year = programmes.add(new Programme(
                2011, SOURCE, BEFORE_THE_BOARD.atStartOfDay(PortalClock.LONDON).toInstant()));
        try (Reader in = Files.newBufferedReader(file);
                var rows = format.parse(in)) {
            rows.forEach(row -> line(year, row));
        } catch (IOException e) {
            throw new UncheckedIOException("The sample programme cannot be read from " + file, e);
        }
        year.propose(BEFORE_THE_BOARD);
        year.approve("Improvement Board", "Board of 25 March 2011, item 5", SOURCE, APPROVED);
        year.approve(Programme.DECIDING_BOARD, "Board of 28 March 2011, item 7", SOURCE, APPROVED);
    }

    private void line(Programme year, CSVRecord row) {
        AgencyNames names = running.agencies(-1);
        ProgrammeLine line = programmes.add(year.plan(
                new PlanLine(
                        2011,
                        row.get("theme"),
                        row.get("why"),
                        AuditKind.valueOf(row.get("kind")),
                        row.get("lead"),
                        Set.of(),
                        Integer.valueOf(row.get("from")),
                        Integer.valueOf(row.get("until")),
                        number(row.get("sample")),
                        number(row.get("hours")),
                        row.get("tests"),
                        words(row.get("topics")).map(ProgrammeTopic::valueOf).collect(Collectors.toSet()),
                        Recurrence.valueOf(row.get("recurrence")),
                        ""),
                words(row.get("agencies")).map(names::id).collect(Collectors.toSet())));
        programmes.flush();
        words(row.get("audits"))
                .flatMap(code -> audits.find(code, new AuditScope(-1, Reach.ALL)).stream())
                .forEach(audit -> {
                    audit.carriesOut(line.id(), line.quarterFor(null, programmes.carriedOut(line)));
                    programmes.flush();
                });
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isBlank());
    }

    private static @Nullable Integer number(String text) {
        return text.isBlank() ? null : Integer.valueOf(text);
    }
}
