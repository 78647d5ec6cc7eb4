package uk.org.kscb.portal.partnership.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.model.AccessToken;
import uk.org.kscb.portal.partnership.model.Agency;
import uk.org.kscb.portal.partnership.model.Invitation;
import uk.org.kscb.portal.partnership.model.Member;
import uk.org.kscb.portal.partnership.model.MemberRole;
import uk.org.kscb.portal.partnership.model.Post;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Role;

/** Members, their roles, invitations, tokens and failed sign-ins. */
@ApplicationScoped
@Transactional
public class MemberStore {

    @Inject
    private EntityManager em;

    public <T> T add(T row) {
        em.persist(row);
        return row;
    }

    public void flush() {
        em.flush();
    }

    public Member member(long id) {
        return em.find(Member.class, id);
    }

    public Optional<Member> byUserName(String userName) {
        return em.createQuery("select m from Member m where m.userName = :name", Member.class)
                .setParameter("name", userName)
                .getResultStream()
                .findFirst();
    }

    public void signedIn(long memberId, Instant now) {
        member(memberId).signedIn(now);
    }

    public boolean nobodyYet() {
        return em.createQuery("select count(m) from Member m", Long.class).getSingleResult() == 0;
    }

    /** Roles of one member that are in effect, with their agencies: the one query behind every request. */
    public List<MemberRole> currentRoles(long memberId) {
        return em.createQuery(
                        "select r from MemberRole r join fetch r.agency join fetch r.member"
                                + " where r.member.id = :member and r.withdrawnAt is null"
                                + " and r.waitingSince is null order by r.id",
                        MemberRole.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    public boolean waitsForSecondPerson(long memberId) {
        return member(memberId).currentRoles().anyMatch(MemberRole::isWaiting);
    }

    /** Whether anybody else has ever been one of those who may confirm a role anywhere. */
    public boolean everConfirmersBeside(long memberId) {
        return em.createQuery(
                                "select count(r) from MemberRole r where r.member.id <> :member and r.role in :roles"
                                        + " and (r.waitingSince is null or r.confirmedAt is not null)",
                                Long.class)
                        .setParameter("member", memberId)
                        .setParameter("roles", List.of(Role.ADMINISTRATOR, Role.MANAGER))
                        .getSingleResult()
                > 0;
    }

    /** @param agency only who acts for this agency; null for all. Also roles that wait for a second person. */
    public List<MemberRole> currentRoles(@Nullable Agency agency) {
        var query = em.createQuery(
                "select r from MemberRole r join fetch r.agency join fetch r.member where r.withdrawnAt is null"
                        + (agency == null ? "" : " and r.agency = :agency") + " order by r.member.name, r.id",
                MemberRole.class);
        if (agency != null) {
            query.setParameter("agency", agency);
        }
        return query.getResultList();
    }

    /** @param agency the role must be in this agency to be seen; null for any */
    public MemberRole requireRole(String publicId, @Nullable Agency agency) {
        return em.createQuery("select r from MemberRole r where r.publicId = :id", MemberRole.class)
                .setParameter("id", publicId)
                .getResultStream()
                .filter(r -> agency == null || r.agency().id() == agency.id())
                .findFirst()
                .orElseThrow(() -> new NotVisible("role"));
    }

    public List<Post> posts(@Nullable Agency agency) {
        var query = em.createQuery(
                "select distinct p from Post p join fetch p.agency left join fetch p.holdings"
                        + (agency == null ? "" : " where p.agency = :agency") + " order by p.agency.position, p.title",
                Post.class);
        if (agency != null) {
            query.setParameter("agency", agency);
        }
        return query.getResultList();
    }

    public Post requirePost(String publicId, @Nullable Agency agency) {
        return em.createQuery("select p from Post p where p.publicId = :id", Post.class)
                .setParameter("id", publicId)
                .getResultStream()
                .filter(p -> agency == null || p.agency().id() == agency.id())
                .findFirst()
                .orElseThrow(() -> new NotVisible("post"));
    }

    public Optional<Invitation> invitation(String secretHash) {
        return em.createQuery("select i from Invitation i where i.secretHash = :hash", Invitation.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    public List<Invitation> openInvitations(long memberId) {
        return em.createQuery(
                        "select i from Invitation i where i.member.id = :member and i.usedAt is null", Invitation.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    public List<AccessToken> tokens(long memberId) {
        return em.createQuery(
                        "select t from AccessToken t where t.member.id = :member order by t.createdAt desc",
                        AccessToken.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    public Optional<AccessToken> token(String secretHash) {
        return em.createQuery(
                        "select t from AccessToken t join fetch t.member join fetch t.agency where t.secretHash = :hash",
                        AccessToken.class)
                .setParameter("hash", secretHash)
                .getResultStream()
                .findFirst();
    }

    public void failed(String account, String address, Instant at) {
        em.createNativeQuery("insert into sign_in_failure (account, address, at) values (?1, ?2, ?3)")
                .setParameter(1, account)
                .setParameter(2, address)
                .setParameter(3, at.toEpochMilli())
                .executeUpdate();
        em.createNativeQuery("delete from sign_in_failure where at < ?1")
                .setParameter(1, at.minusSeconds(86_400).toEpochMilli())
                .executeUpdate();
    }

    public void forgetFailures(String account) {
        em.createNativeQuery("delete from sign_in_failure where account = ?1")
                .setParameter(1, account)
                .executeUpdate();
    }

    /** @param column {@code account} or {@code address} */
    public long failuresSince(FailuresOf column, String value, Instant since) {
        return ((Number) em.createNativeQuery(column.count)
                        .setParameter(1, value)
                        .setParameter(2, since.toEpochMilli())
                        .getSingleResult())
                .longValue();
    }

    public enum FailuresOf {
        ACCOUNT("select count(*) from sign_in_failure where account = ?1 and at >= ?2"),
        ADDRESS("select count(*) from sign_in_failure where address = ?1 and at >= ?2");

        private final String count;

        FailuresOf(String count) {
            this.count = count;
        }
    }
}
