package uk.org.kscb.portal.practiceaudit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * A move of an audit as a whole.
 *
 * @param note a reason, a minute or a finding, as the move asks; may be empty
 * @param panel codes of the agencies on the panel, for {@link AuditMove#MODERATE}
 */
public record MoveAudit(
        String code,
        @NotNull(message = "Choose what to do.") AuditMove move,

        @NotNull @Size(max = 1000, message = "Keep it to 1,000 characters.")
        String note,

        Set<String> panel)
        implements TrailObject.Named {

    public MoveAudit {
        panel = Set.copyOf(panel);
    }

    @Override
    public String trailObject() {
        return code + " " + move;
    }
}
