package uk.org.kscb.portal.partnership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.model.AccessToken;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.partnership.store.MemberStore.FailuresOf;
import uk.org.kscb.portal.platform.security.Identity;
import uk.org.kscb.portal.platform.security.Passwords;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.security.SignedIn;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.platform.trail.Trail;

/** The members of the partnership as the platform's {@link Identity}. */
@ApplicationScoped
public class Members implements Identity {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FAILURES_AN_ACCOUNT = 10;
    private static final int FAILURES_AN_ADDRESS = 50;

    @Inject
    private MemberStore store;

    @Inject
    private Passwords passwords;

    @Inject
    private PortalClock clock;

    @Inject
    private Trail trail;

    /** No transaction around the whole: nobody waits in line for Argon2id with a database connection in hand. */
    @Override
    public Optional<SignedIn> signIn(String userName, String password, String address) {
        String account = userName.strip().toLowerCase(Locale.ROOT);
        account = account.substring(0, Math.min(account.length(), 60));
        Instant now = clock.realNow();
        if (store.failuresSince(FailuresOf.ACCOUNT, account, now.minus(WINDOW)) >= FAILURES_AN_ACCOUNT
                || store.failuresSince(FailuresOf.ADDRESS, address, now.minus(WINDOW)) >= FAILURES_AN_ADDRESS) {
            trail.alone(account, "", "sign-in", "", "refused");
            throw new Throttled();
        }
        Optional<Member> member = store.byUserName(account);
        boolean fits =
                passwords.matches(password, member.flatMap(Member::passwordHash).orElse(null));
        Optional<MemberRole> first = member.stream()
                .flatMap(m -> store.currentRoles(m.id()).stream())
                .findFirst();
        if (fits && first.isEmpty() && store.waitsForSecondPerson(member.get().id())) {
            trail.alone(account, "", "sign-in", "", "refused");
            throw new Waiting();
        }
        if (!fits || first.isEmpty()) {
            store.failed(account, address, now);
            trail.alone(account, "", "sign-in", "", "refused");
            return Optional.empty();
        }
        store.forgetFailures(account);
        store.signedIn(member.get().id(), clock.now());
        Agency agency = first.get().agency();
        trail.alone(account, agency.code(), "sign-in", "", "done");
        return Optional.of(new SignedIn(
                member.get().id(), account, agency.id(), member.get().credentials()));
    }

    @Override
    @Transactional
    public Optional<SignedIn> bearer(String token) {
        Optional<AccessToken> valid = store.token(Secret.hash(token)).filter(AccessToken::isValid);
        valid.ifPresent(t -> t.used(clock.realNow()));
        return valid.map(t -> new SignedIn(
                t.member().id(),
                t.member().userName(),
                t.agency().id(),
                t.member().credentials()));
    }

    @Override
    @Transactional
    public Optional<Viewer> viewer(SignedIn who, @Nullable Long actingAgency) {
        List<MemberRole> roles = store.currentRoles(who.memberId());
        long wanted = Objects.requireNonNullElse(actingAgency, who.agencyId());
        List<MemberRole> here =
                roles.stream().filter(r -> r.agency().id() == wanted).toList();
        if (here.isEmpty() || here.getFirst().member().credentials() != who.credentials()) {
            return Optional.empty();
        }
        Agency agency = here.getFirst().agency();
        Member member = here.getFirst().member();
        return Optional.of(new Viewer(
                member.id(),
                member.userName(),
                member.name(),
                agency.id(),
                agency.code(),
                agency.name(),
                agency.shortName(),
                agency.umbrella().map(Agency::id).orElse(null),
                here.stream().map(MemberRole::role).collect(Collectors.toUnmodifiableSet()),
                here.stream().flatMap(r -> r.board().stream()).collect(Collectors.toUnmodifiableSet()),
                member.signedInBefore().orElse(null)));
    }
}
