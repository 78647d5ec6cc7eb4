package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every answer under its case code, one row a case, agency and part; page after page, so that a large audit is never in
 * memory at once. No text that somebody wrote is in it.
 *
 * @param questions refs in the order of the tool
 * @param graded what the tool asks grades for
 * @param after where the next page begins; empty on the last
 */
public record MasterSheet(
        String code, List<String> questions, List<GradeSubject> graded, List<Row> rows, Optional<Long> after) {

    /** @param answers by ref; @param self and @param moderated by subject */
    public record Row(
            String caseCode,
            String agency,
            String part,
            String stratum,
            String ageBand,
            String district,
            String outcome,
            Map<String, String> answers,
            Map<GradeSubject, String> self,
            Map<GradeSubject, String> moderated) {}
}
