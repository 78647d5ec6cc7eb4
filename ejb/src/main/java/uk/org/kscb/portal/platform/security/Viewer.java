package uk.org.kscb.portal.platform.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Permission.Reach;

/**
 * Who is asking now, and for which agency. Loaded anew at each request, so that a withdrawn role works at once.
 *
 * @param umbrellaId agency above the viewer's own (a school's is Schools), or null
 * @param boards boards that the member sits on, for the role of board member
 * @param lastLooked when the member signed in before this time, in portal time; null at the first time
 */
public record Viewer(
        long memberId,
        String userName,
        String name,
        long agencyId,
        String agencyCode,
        String agencyName,
        String agencyShortName,
        @Nullable Long umbrellaId,
        Set<Role> roles,
        Set<String> boards,
        @Nullable Instant lastLooked) {

    public Reach reach(Permission permission) {
        return permission.reach(roles);
    }

    public boolean may(Permission permission) {
        return reach(permission) != Reach.NONE;
    }

    public Scope scope() {
        return new Scope(
                memberId,
                agencyId,
                umbrellaId,
                reach(Permission.READ_CONTRIBUTIONS),
                may(Permission.READ_OWN_MATERIAL),
                reach(Permission.REPORT_PROGRESS));
    }

    /**
     * What a query may return to this viewer. Every store query that touches what an agency wrote takes one.
     *
     * @param agencyId the viewer's own agency
     * @param umbrellaId the agency above it, whose debts are also shown as its own
     * @param contributions how much of contributions and shared updates is visible
     * @param ownMaterial whether agency-only updates of the own agency are visible
     * @param reports on how many of the own agency's contributions the viewer may report
     */
    public record Scope(
            long memberId,
            long agencyId,
            @Nullable Long umbrellaId,
            Reach contributions,
            boolean ownMaterial,
            Reach reports) {

        /** @param held whether the contribution is assigned to the viewer, or to a post that the viewer holds */
        public boolean reportsOn(long agency, boolean held) {
            return agency == agencyId && (reports == Reach.OWN || (reports == Reach.ASSIGNED && held));
        }

        /** For SQL: an agency id that never exists stands for "no umbrella". */
        public long umbrellaOrNone() {
            return umbrellaId == null ? -1 : umbrellaId;
        }
    }
}
