package uk.org.kscb.portal.plan;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.plan.exchange.PlanJson;
import uk.org.kscb.portal.plan.exchange.PlanReader;
import uk.org.kscb.portal.plan.exchange.PlanReading;
import uk.org.kscb.portal.plan.exchange.ReadingJson;
import uk.org.kscb.portal.plan.model.Contribution;
import uk.org.kscb.portal.plan.model.PlanImport;
import uk.org.kscb.portal.plan.store.HolderStore;
import uk.org.kscb.portal.plan.store.PlanStore;
import uk.org.kscb.portal.platform.time.PortalClock;

/**
 * With {@code PORTAL_SAMPLE_DATA}: the first start brings in {@code plan.json} from that folder and plays {@code
 * activity.csv} and {@code posts.csv}, invented answers and updates of agencies, so that a newcomer sees a portal in use.
 */
@Singleton
@Startup
@DependsOn("FirstStart")
public class SamplePlan {
    private static final String SOURCE = "sample data";

    @Inject
    private PlanStore store;

    @Inject
    private HolderStore holders;

    @Inject
    private PlanApplication application;

    @Inject
    private PortalClock clock;

    @PostConstruct
    void begin() {
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        if (folder == null || folder.isBlank() || !store.noPlanYet()) {
            return;
        }
        try {
            bringIn(Path.of(folder, "plan.json"));
            fillPosts(Path.of(folder, "posts.csv"));
            play(Path.of(folder, "activity.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException("Sample data cannot be read from " + folder, e);
        }
    }

    private void bringIn(Path file) throws IOException {
        PlanReading reading = new PlanReader().read("plan.json", file, null);
        PlanImport brought = new PlanImport("plan.json", Files.readAllBytes(file), SOURCE, clock.now());
        brought.read(
                reading.format().extension(),
                PlanJson.toJson(reading.plan()).toString(),
                ReadingJson.write(reading),
                store.wordingVersion());
        store.add(brought);
        store.flush();
        brought.confirm(store.wordingVersion(), "The starting plan", SOURCE, clock.now());
        application.apply(brought, reading.plan());
        store.flush();
    }

    private void fillPosts(Path file) throws IOException {
        Map<String, Long> agencies = store.agencyIds();
        for (CSVRecord row : rows(file)) {
            holders.fill(
                    agencies.getOrDefault(row.get("agency"), -1L),
                    row.get("post"),
                    row.get("user name"),
                    LocalDate.parse(row.get("from")));
        }
    }

    private void play(Path file) throws IOException {
        Map<String, Long> agencies = store.agencyIds();
        for (CSVRecord row : rows(file)) {
            store.contribution(row.get("action"), agencies.getOrDefault(row.get("agency"), -1L))
                    .ifPresent(c -> play(row, c));
        }
        store.touch();
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    private void play(CSVRecord row, Contribution contribution) {
        LocalDate on = LocalDate.parse(row.get("date"));
        switch (row.get("what")) {
            case "accept" -> contribution.accept(on);
            case "assign" -> contribution.assignToMember(holders.member(row.get("done")));
            case "query" -> contribution.query(row.get("done"), on);
            default ->
                store.add(contribution.reported(
                        new ReportProgress(
                                row.get("action"),
                                row.get("agency"),
                                ReportedStatus.valueOf(row.get("status")
                                        .toUpperCase(Locale.ROOT)
                                        .replace(' ', '_')),
                                row.get("done"),
                                row.get("next"),
                                row.get("blocks"),
                                row.get("seen by").equals("agency")),
                        on,
                        on.atTime(LocalTime.NOON).atZone(PortalClock.LONDON).toInstant()));
        }
    }
}
