package uk.org.kscb.portal.web.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AccountService;
import uk.org.kscb.portal.partnership.AgencyView;
import uk.org.kscb.portal.partnership.PeopleService.PersonView;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.trail.TrailService;

/** The shape of agencies, people and the trail's verdict in the API. */
final class PartnershipJson {
    private PartnershipJson() {}

    public record Agency(
            String code,
            String name,
            String shortName,
            @Nullable String umbrella) {
        static Agency of(AgencyView a) {
            return new Agency(a.code(), a.name(), a.shortName(), a.umbrella());
        }
    }

    public record Me(String userName, String name, Agency agency, List<String> roles, List<Acting> canActFor) {
        static Me of(AccountService.Me me) {
            return new Me(
                    me.userName(),
                    me.name(),
                    Agency.of(me.agency()),
                    slugs(me.roles()),
                    me.canActFor().stream().map(Acting::of).toList());
        }
    }

    public record Acting(Agency agency, List<String> roles, boolean now) {
        static Acting of(AccountService.Acting acting) {
            return new Acting(Agency.of(acting.agency()), slugs(acting.roles()), acting.now());
        }
    }

    public record Person(
            String userName,
            String name,
            Agency agency,
            List<PersonRole> roles,
            @Nullable Instant lastSignedIn,
            boolean invited) {
        static Person of(PersonView p) {
            return new Person(
                    p.userName(),
                    p.name(),
                    Agency.of(p.agency()),
                    p.roles().stream()
                            .map(r -> new PersonRole(r.role().slug(), r.board(), r.waiting()))
                            .toList(),
                    p.lastSignedIn(),
                    p.invited());
        }
    }

    public record PersonRole(String role, @Nullable String board, boolean waiting) {}

    public record Verdict(
            long entries, boolean unbroken, @Nullable Long firstBroken, String explanation) {
        static Verdict of(TrailService.Verdict v) {
            return new Verdict(v.entries(), v.firstBroken() == null, v.firstBroken(), v.explanation());
        }
    }

    private static List<String> slugs(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::slug).toList();
    }
}
