package uk.org.kscb.portal.partnership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.store.MemberStore;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * A system administrator reads no content, and must not come by it alone, be it under an invented name (BRIEF section 9). So
 * what an administrator gives waits for a second person: another administrator, the KSCB manager or a coordinator of the
 * agency. Only the first administrator's first fellow administrator needs nobody: there is nobody yet.
 */
@ApplicationScoped
public class SecondPerson {

    /** Roles that reach beyond one agency: no coordinator gives, withdraws or confirms them. */
    static final Set<Role> PARTNERSHIP_WIDE =
            Set.of(Role.ADMINISTRATOR, Role.MANAGER, Role.CHAIR, Role.OBSERVER, Role.BOARD_MEMBER);

    @Inject
    private MemberStore members;

    /** @return whether the role waits now */
    boolean given(MemberRole role, Viewer by, Instant at) {
        boolean waits = by.reach(Permission.MANAGE_PEOPLE) == Reach.ALL
                && (role.role() != Role.ADMINISTRATOR || members.everConfirmersBeside(by.memberId()));
        if (waits) {
            role.waitForSecondPerson(at, by.userName());
        }
        return waits;
    }

    /** Whoever makes the link could use it: what it would open waits until a second person has asked who came in by it. */
    boolean linkMade(Member member, Viewer by, Instant at) {
        if (by.reach(Permission.MANAGE_PEOPLE) != Reach.ALL) {
            return false;
        }
        member.currentRoles().forEach(role -> role.waitForSecondPerson(at, by.userName()));
        return true;
    }
}
