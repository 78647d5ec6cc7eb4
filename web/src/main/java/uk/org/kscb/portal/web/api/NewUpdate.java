package uk.org.kscb.portal.web.api;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;

/** A progress update as it is sent. */
@Schema(name = "NewUpdate", description = "A progress update to add")
record NewUpdate(
        @Schema(
                required = true,
                enumeration = {"not-started", "on-track", "at-risk", "late", "complete"})
        String status,

        @Schema(required = true, maxLength = 1500, description = "What was done since the last update")
        String done,

        @Nullable @Schema(maxLength = 1500, description = "What is next")
        String next,

        @Nullable @Schema(maxLength = 1500, description = "What blocks it")
        String blocks,

        @Schema(defaultValue = "false", description = "Keep it within your own agency")
        boolean agencyOnly) {

    private static final Set<String> MEMBERS = Set.of("status", "done", "next", "blocks", "agencyOnly");

    /** What the words must be like is for the front door to say; here only the JSON is read. */
    static ReportProgress read(JsonBody body, String action, String agency) {
        body.only(MEMBERS);
        ReportedStatus status = body.slug("status", ReportedStatus.values()).orElse(null);
        ReportProgress update = report(
                action,
                agency,
                status,
                body.text("done"),
                body.text("next"),
                body.text("blocks"),
                body.yes("agencyOnly"));
        body.refuseErrors();
        return update;
    }

    /** Missing values go through: Bean Validation at the door names each of them. */
    @SuppressWarnings("NullAway")
    private static ReportProgress report(
            String action,
            String agency,
            @Nullable ReportedStatus status,
            @Nullable String done,
            @Nullable String next,
            @Nullable String blocks,
            boolean agencyOnly) {
        return new ReportProgress(action, agency, status, done == null ? "" : done, next, blocks, agencyOnly);
    }
}
