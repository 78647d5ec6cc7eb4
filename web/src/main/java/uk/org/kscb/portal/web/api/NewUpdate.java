package uk.org.kscb.portal.web.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportProgress;
import uk.org.kscb.portal.plan.ReportedStatus;

/** A progress update as it is sent. */
final class NewUpdate {
    private static final Set<String> MEMBERS = Set.of("status", "done", "next", "blocks", "agencyOnly");

    private NewUpdate() {}

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
