package uk.org.kscb.portal.referral;

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
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.referral.model.Receipt;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;
import uk.org.kscb.portal.referral.store.ReceiptStore;
import uk.org.kscb.portal.threshold.GuidanceService;

/** With {@code PORTAL_SAMPLE_DATA}: the first start plays {@code referrals.csv}, invented receipts and what became of them. */
@Singleton
@Startup
@DependsOn("StartingGuidance")
public class SampleReferrals {

    @Inject
    private ReceiptStore store;

    @Inject
    private BankHolidays bankHolidays;

    @Inject
    private GuidanceService guidance;

    @PostConstruct
    void begin() {
        String folder = System.getenv("PORTAL_SAMPLE_DATA");
        if (folder == null || folder.isBlank() || !store.none()) {
            return;
        }
        Path file = Path.of(folder, "referrals.csv");
        if (!Files.exists(file)) {
            return;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                store.memberAndAgency(row.get("user name")).ifPresent(who -> play(row, who));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Sample referrals cannot be read from " + file, e);
        }
    }

    private void play(CSVRecord row, Recorder referrer) {
        Instant received = moment(row.get("received")).orElseThrow();
        WorkingDays calendar = bankHolidays.workingDays();
        LocalDate day = received.atZone(PortalClock.LONDON).toLocalDate();
        Receipt receipt = Receipt.taken(
                new TakeReceipt(
                        "sample-data-" + row.getRecordNumber(),
                        ReferrerPost.valueOf(row.get("post")),
                        Integer.parseInt(row.get("level")),
                        row.get("harm").equals("yes"),
                        Consent.valueOf(row.get("consent"))),
                referrer.agencyId(),
                referrer.memberId(),
                DueDates.of(received, store.rulesOn(day), calendar));
        guidance.inForceOn(day).ifPresent(e -> receipt.underEdition(e.number(), e.label()));
        store.add(receipt);
        Recorder desk = store.memberAndAgency("kcc").orElse(referrer);
        moment(row.get("acknowledged")).ifPresent(at -> store.add(receipt.acknowledge(at, at(desk, at))));
        moment(row.get("decided"))
                .ifPresent(at -> store.add(receipt.decide(
                        Decision.valueOf(row.get("decision")),
                        at,
                        DueDates.tell(at, receipt.tellDays(), calendar),
                        at(desk, at))));
        moment(row.get("told"))
                .ifPresent(at -> store.add(receipt.tell(ToldHow.valueOf(row.get("how")), at, at(desk, at))));
        moment(row.get("never told")).ifPresent(at -> store.add(receipt.sayNeverTold(at(referrer, at))));
    }

    private static Recorder at(Recorder who, Instant now) {
        return new Recorder(who.agencyId(), who.memberId(), now);
    }

    private static Optional<Instant> moment(String written) {
        return written.isBlank()
                ? Optional.empty()
                : Optional.of(
                        LocalDateTime.parse(written).atZone(PortalClock.LONDON).toInstant());
    }
}
