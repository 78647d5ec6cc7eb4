package uk.org.kscb.portal.threshold;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;
import uk.org.kscb.portal.threshold.model.EditionRecord;
import uk.org.kscb.portal.threshold.model.NumberRecord;
import uk.org.kscb.portal.threshold.store.EditionStore;
import uk.org.kscb.portal.threshold.store.NumberStore;

/**
 * A new portal has the starting edition, marked as sample, as a draft: no board has agreed to it. With {@code
 * PORTAL_SAMPLE_DATA} it has three editions in the midst of life: one superseded, one in force, one in consultation.
 */
@Singleton
@Startup
@DependsOn("FirstStart")
public class StartingGuidance {
    private static final String SOURCE = "sample data";

    @Inject
    private EditionStore editions;

    @Inject
    private NumberStore numbers;

    @Inject
    private PortalClock clock;

    @PostConstruct
    void begin() {
        if (!editions.noneYet()) {
            return;
        }
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        try {
            if (folder == null || folder.isBlank()) {
                editions.add(
                        new EditionRecord(1, "Edition 1", null, starting(), "first start", clock.today(), clock.now()));
            } else {
                sample(Path.of(folder, "guidance"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The starting guidance cannot be read", e);
        }
    }

    private void sample(Path folder) throws IOException {
        EditionRecord first = edition(1, null, Files.readString(folder.resolve("edition-1.json")), "2010-01-11");
        approved(first, "2010-01-11", "2010-02-05", "2010-03-02", "2010-03-11");
        first.came(day("2010-01-11"), day("2010-02-05"), day("2010-04-01"), day("2011-04-01"));

        EditionRecord second = edition(2, 1, starting(), "2011-03-14");
        approved(second, "2011-03-21", "2011-04-15", "2011-05-03", "2011-05-12");
        second.approve(
                Body.IMPROVEMENT_BOARD,
                day("2011-05-19"),
                "Minute 7 of 19 May 2011",
                SOURCE,
                day("2011-05-19"),
                at("2011-05-19"));
        second.came(day("2011-03-21"), day("2011-04-15"), day("2011-06-01"), day("2012-06-01"));

        EditionRecord third = edition(3, 2, Files.readString(folder.resolve("edition-3.json")), "2011-06-06");
        third.came(day("2011-06-09"), day("2011-07-08"), null, null);
        number(UrgentNumber.Kind.DAY, "01632 960 100");
        number(UrgentNumber.Kind.NIGHT, "01632 960 199");
        number(UrgentNumber.Kind.ADVICE, "01632 960 120");
        editions.flush();
    }

    private void number(UrgentNumber.Kind kind, String number) {
        LocalDate checked = day("2011-06-10");
        numbers.add(new NumberRecord(kind, number, "Board office", checked, SOURCE, checked, at("2011-06-10")));
    }

    private EditionRecord edition(int number, @Nullable Integer basedOn, String json, String on) {
        // read and written again, so that the database holds one shape
        String document = GuidanceJson.write(GuidanceJson.read(json));
        return editions.add(new EditionRecord(number, "Edition " + number, basedOn, document, SOURCE, day(on), at(on)));
    }

    private static void approved(EditionRecord edition, String consulted, String until, String trust, String kscb) {
        edition.came(day(consulted), day(until), null, null);
        edition.approve(Body.TRUST, day(trust), "Item 5 of the meeting’s minutes", SOURCE, day(trust), at(trust));
        edition.approve(Body.KSCB, day(kscb), "Item 4 of the meeting’s minutes", SOURCE, day(kscb), at(kscb));
    }

    private static String starting() throws IOException {
        try (InputStream in = StartingGuidance.class.getResourceAsStream("starting-edition.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static java.time.Instant at(String iso) {
        return day(iso).atTime(LocalTime.NOON).atZone(PortalClock.LONDON).toInstant();
    }
}
