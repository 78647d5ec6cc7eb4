package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;

/**
 * One case as the panel sees it: every agency's answers beside each other, and the grades.
 *
 * @param columns agencies in their parts, in a steady order
 * @param rows one a question, in the tool's order
 * @param panel who may sit on a panel
 */
public record ModerationView(
        ReturnView.Head head,
        String code,
        int place,
        int of,
        @Nullable String before,
        @Nullable String after,
        CaseView.Traits traits,
        List<Column> columns,
        List<Row> rows,
        List<PanelMember> panel,
        boolean mayDecide,
        @Nullable String whyNot) {

    /**
     * One agency in one part.
     *
     * @param known false when the agency does not know the child: then it gave no answers
     * @param ownAgency whether it is the viewer's, who then does not record its grade
     */
    public record Column(
            String key,
            String agency,
            String agencyName,
            String agencyShort,
            AgencyPart part,
            @Nullable Boolean known,
            boolean concern,
            Score score,
            List<Grade> grades,
            boolean ownAgency) {}

    /**
     * A grade and how it was moderated.
     *
     * @param self slug, null when the agency gave none
     * @param suggested by the score: a prompt, never the grade
     * @param decisions newest first; the newest counts
     */
    public record Grade(
            GradeSubject subject,
            @Nullable String self,
            @Nullable String selfLabel,
            @Nullable String selfReason,
            @Nullable String selfBy,
            @Nullable String suggested,
            boolean capped,
            List<Decision> decisions) {
        public @Nullable Decision newest() {
            return decisions.isEmpty() ? null : decisions.getFirst();
        }
    }

    public record Decision(
            long id,
            String grade,
            String label,
            String reason,
            @Nullable String dissent,
            @Nullable String liftedCapReason,
            String panel,
            Instant at) {}

    /**
     * @param answers by the column's key; a column that is not asked is not there
     * @param differs whether those who answered with a value answered differently
     */
    public record Row(Question question, Map<String, Answered> answers, boolean differs) {}

    public record PanelMember(String userName, String name, String agency) {}

    /** One line of the list of cases for the panel. */
    public record CaseLine(String code, int agencies, int grades, int decided, int changed, boolean differs) {
        public boolean done() {
            return grades > 0 && decided == grades;
        }
    }

    /** @param mayModerate whether grades may be given now */
    public record Table(ReturnView.Head head, List<CaseLine> cases, boolean mayModerate, List<String> unsigned) {}
}
