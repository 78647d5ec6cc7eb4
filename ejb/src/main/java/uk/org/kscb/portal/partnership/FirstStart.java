package uk.org.kscb.portal.partnership;

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
import java.util.logging.Logger;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.partnership.PeopleService.InvitationSent;
import uk.org.kscb.portal.partnership.model.AccessToken;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.store.AgencyStore;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.security.Passwords;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.time.PortalClock;

/**
 * Nobody can sign in to a new portal. The first start of a production portal invites one administrator and prints the
 * one-time link to the log; a portal with {@code PORTAL_SAMPLE_DATA} loads invented people from that folder instead.
 */
@Singleton
@Startup
@DependsOn("Migrator")
public class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());
    private static final String SOURCE = "first start";

    @Inject
    private MemberStore members;

    @Inject
    private AgencyStore agencies;

    @Inject
    private Passwords passwords;

    @Inject
    private PortalClock clock;

    @PostConstruct
    void begin() {
        if (!members.nobodyYet()) {
            return;
        }
        String samples = System.getenv("PORTAL_SAMPLE_DATA");
        if (samples == null || samples.isBlank()) {
            inviteAdministrator();
        } else {
            rows(Path.of(samples, "agencies.csv")).forEach(this::sampleAgency);
            rows(Path.of(samples, "people.csv")).forEach(this::samplePerson);
        }
    }

    private void inviteAdministrator() {
        Member member = members.add(new Member("administrator", "System administrator", clock.realNow()));
        members.flush();
        member.give(agencies.require("KSCB"), Role.ADMINISTRATOR, null, clock.realNow(), SOURCE);
        InvitationSent sent = Invitations.invite(members, member, SOURCE, clock.realNow(), false);
        LOG.warning(() -> "FIRST ADMINISTRATOR: open this link once, before " + sent.expires() + ": " + sent.link());
    }

    private void sampleAgency(CSVRecord row) {
        agencies.add(new Agency(
                row.get("code"),
                row.get("name"),
                row.get("short name"),
                row.get("umbrella").isBlank() ? null : agencies.require(row.get("umbrella")),
                1000));
    }

    private void samplePerson(CSVRecord row) {
        Member member = members.byUserName(row.get("user name")).orElseGet(() -> newMember(row));
        Agency agency = agencies.require(row.get("agency"));
        for (String role : row.get("roles").split(";")) {
            String[] parts = role.split(":", 2);
            member.give(agency, Role.of(parts[0]), parts.length > 1 ? parts[1].strip() : null, clock.realNow(), SOURCE);
        }
        if (!row.get("API token").isBlank()) {
            members.add(new AccessToken(
                    member, agency, "Sample token", Secret.hash(row.get("API token")), clock.realNow()));
        }
    }

    private Member newMember(CSVRecord row) {
        Member member = members.add(new Member(row.get("user name"), row.get("name"), clock.realNow()));
        member.setPasswordHash(passwords.hash(row.get("password")));
        members.flush();
        return member;
    }

    private static Iterable<CSVRecord> rows(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Sample data cannot be read: " + file, e);
        }
    }
}
