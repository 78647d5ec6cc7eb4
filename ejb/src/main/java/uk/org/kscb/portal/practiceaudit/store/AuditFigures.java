package uk.org.kscb.portal.practiceaudit.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;

/**
 * Everything that is counted of one audit, as the database counted it: small however many answers there are. Kept in
 * memory until a return is signed or reopened, a case changes or the panel grades.
 *
 * @param usable cases that a signed-off return answers for
 */
public record AuditFigures(
        List<Asked> questions,
        List<Tally> tallies,
        List<Stated> levels,
        List<Graded> grades,
        List<Rated> ratings,
        List<Alike> alike,
        List<CasesOf> cases,
        long usable) {

    public record Asked(
            long id, String ref, String section, String sectionTitle, String text, boolean counted, AnsweredBy by) {}

    /** @param met answers that met the standard; @param of that could; @param left does not apply, or not known */
    public record Tally(long question, AgencyPart part, long agency, String district, long met, long of, long left) {}

    /** @param stated 0 for none given; @param judged 1 to 4 */
    public record Stated(long agency, String district, int stated, int judged, long cases) {}

    public record Graded(
            long agency,
            String district,
            GradeSubject subject,
            String self,
            @Nullable String moderated,
            long cases) {}

    /** @param counts how many judged the case to be at levels 1 to 4 */
    public record Rated(String code, List<Integer> counts) {}

    /** How often referrer and front door gave the same answer. */
    public record Alike(long question, long same, long both) {}

    public record CasesOf(long agency, String district, AgencyPart part, long cases) {}
}
