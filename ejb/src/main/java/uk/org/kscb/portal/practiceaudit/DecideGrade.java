package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * The panel's grade for one agency's part of one case.
 *
 * @param panel user names of those who were in the room
 * @param seen id of the newest decision that this one knows of, 0 for none: two panels never overwrite each other unseen
 * @param cleared what looks like a name or a date of birth and is none, word for word
 * @param liftedCapReason why a critical fail does not hold the grade down
 */
public record DecideGrade(
        @NotBlank String audit,
        @NotBlank String caseCode,
        @NotBlank String agency,
        @NotNull AgencyPart part,
        @NotNull(message = "Choose what is graded.") GradeSubject subject,

        @NotBlank(message = "Choose a grade.") String grade,

        @NotBlank(message = "Give the panel's reasons, also where the grade stays as it was.")
        @Size(max = 2000, message = "Keep the reasons to 2,000 characters.")
        String reason,

        @Nullable @Size(max = 1000, message = "Keep the dissent to 1,000 characters.")
        String dissent,

        @Nullable @Size(max = 1000, message = "Keep these reasons to 1,000 characters.")
        String liftedCapReason,

        @NotEmpty(message = "Say who was on the panel.") Set<String> panel,
        long seen,
        Set<String> cleared)
        implements TrailObject.Named {

    public DecideGrade {
        panel = Set.copyOf(panel);
        cleared = Set.copyOf(cleared);
    }

    /** Nothing in it looks like a name or a date of birth. */
    public DecideGrade(
            String audit,
            String caseCode,
            String agency,
            AgencyPart part,
            GradeSubject subject,
            String grade,
            String reason,
            @Nullable String dissent,
            @Nullable String liftedCapReason,
            Set<String> panel,
            long seen) {
        this(audit, caseCode, agency, part, subject, grade, reason, dissent, liftedCapReason, panel, seen, Set.of());
    }

    @Override
    public String trailObject() {
        return caseCode + " " + agency + " " + part + " " + subject;
    }
}
