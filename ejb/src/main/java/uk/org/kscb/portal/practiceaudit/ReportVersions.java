package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;

/**
 * The frozen versions of an audit's report that a viewer may read, newest first.
 *
 * @param briefOnly the viewer reads the learning brief alone
 * @param boards boards of the viewer that can still approve the newest version
 */
public record ReportVersions(
        String code,
        String title,
        LocalDate today,
        List<Version> versions,
        boolean briefOnly,
        boolean mayWrite,
        boolean mayComment,
        List<String> boards) {

    /** @param commentsUntil last day on which agencies say what is wrong with the facts */
    public record Version(
            int number,
            String headline,
            String summary,
            String learning,
            String training,
            LocalDate madeOn,
            @Nullable LocalDate commentsUntil,
            @Nullable LocalDate releasedOn,
            List<Comment> comments,
            List<Approval> approvals) {}

    public record Approval(String board, String minute, LocalDate on) {}

    public record Comment(AgencyBadge agency, LocalDate on, String text, boolean late) {}

    /** @param name of the file; @param type of its content */
    public record File(String name, String type, byte[] bytes) {}

    /** Which file of a version. */
    public enum Kind {
        WORD("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PDF("pdf", "application/pdf"),
        BRIEF("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String extension;
        private final String type;

        Kind(String extension, String type) {
            this.extension = extension;
            this.type = type;
        }

        public String extension() {
            return extension;
        }

        public String type() {
            return type;
        }
    }
}
