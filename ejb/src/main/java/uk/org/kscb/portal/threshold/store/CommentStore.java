package uk.org.kscb.portal.threshold.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.Sql;
import uk.org.kscb.portal.threshold.ConsultationService.Comment;

/** Comments on drafts. */
@ApplicationScoped
public class CommentStore {
    private static final int MOST = 500;

    @Inject
    private EntityManager em;

    public void add(long edition, long agency, long member, String about, String words, LocalDate on, Instant at) {
        new Sql()
                .add("insert into guidance_comment (edition_id, agency_id, member_id, about, words, said_on, said_at)")
                .add("values (?, ?, ?, ?, ?, ?, ?)", edition, agency, member, about, words, on, at.toEpochMilli())
                .on(em)
                .executeUpdate();
    }

    /** @param agency whose comments; null for all. @param own the reader's agency, which sees who wrote its own */
    public List<Comment> of(long edition, @Nullable Long agency, long own) {
        Sql sql = new Sql()
                .add("select a.code, a.name, c.about, c.words, c.said_on, m.name, c.agency_id from guidance_comment c")
                .add(
                        "join agency a on a.id = c.agency_id join member m on m.id = c.member_id where c.edition_id = ?",
                        edition);
        if (agency != null) {
            sql.add("and c.agency_id = ?", agency);
        }
        return sql.add("order by c.id desc limit " + MOST).rows(em).stream()
                .map(row -> new Comment(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        Objects.requireNonNull(Sql.day(row[4])),
                        Sql.number(row[6]) == own ? (String) row[5] : null))
                .toList();
    }
}
