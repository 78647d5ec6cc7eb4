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
 * @param took how long front doors took; empty where the tool asks for no pair of times
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
        List<Took> took,
        long usable) {

    /** @param grades what it asks a grade for, or null */
    public record Asked(
            long id,
            String ref,
            String section,
            String sectionTitle,
            String text,
            boolean counted,
            AnsweredBy by,
            @Nullable GradeSubject grades) {}

    /** Where a figure belongs: whose it is, and where the case stands. */
    public record Group(long agency, String district, String stratum) {}

    /** @param met answers that met the standard; @param of that could; @param left does not apply, or not known */
    public record Tally(long question, AgencyPart part, Group group, long met, long of, long left) {}

    /** @param stated 0 for none given; @param judged 1 to 4 */
    public record Stated(Group group, int stated, int judged, long cases) {}

    public record Graded(
            Group group,
            GradeSubject subject,
            String self,
            @Nullable String moderated,
            long cases) {}

    /** @param counts how many judged the case to be at levels 1 to 4 */
    public record Rated(String code, List<Integer> counts) {}

    /** How often referrer and front door gave the same answer. */
    public record Alike(long question, long same, long both) {}

    public record CasesOf(Group group, AgencyPart part, long cases) {}

    /** From one time to the next in one case. @param workingDays 0 on the same day, 1 on the next working day */
    public record Took(Group group, double hours, int workingDays) {}
}
