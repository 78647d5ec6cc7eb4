package uk.org.kscb.portal.web.practiceaudit;

import java.util.Map;
import uk.org.kscb.portal.practiceaudit.AuditDetail.Happened;
import uk.org.kscb.portal.web.shell.Words;

/** What happened to an audit, in words. */
final class AuditWords {
    private static final Map<String, String> HAPPENED = Map.ofEntries(
            Map.entry("SCOPED", "Scoped"),
            Map.entry("TOOL_CHOSEN", "Tool chosen"),
            Map.entry("AGENCY_ADDED", "Asked to take part"),
            Map.entry("AGENCY_WITHDRAWN", "Takes no more part"),
            Map.entry("RECEIPT_CONFIRMED", "Confirmed that the references arrived"),
            Map.entry("CHASED", "Chased for its return"),
            Map.entry("ESCALATED", "Gone to the independent chair"),
            Map.entry("NON_RETURN_AGREED", "Agreed with the independent chair"),
            Map.entry("CONCERN", "Concern for a child acted on"),
            Map.entry("STEP_MOVED", "Step moved"),
            Map.entry("CASE_REPLACED", "Case replaced from the reserves"),
            Map.entry("CASE_EXCLUDED", "Case excluded"),
            Map.entry("DRAW", "Sample drawn"),
            Map.entry("APPROVE_SCOPE", "Scope approved"),
            Map.entry("PILOT", "Pilot started"),
            Map.entry("NOTIFY", "Agencies notified"),
            Map.entry("OPEN_RETURNS", "Returns opened"),
            Map.entry("CLOSE_RETURNS", "Returns closed"),
            Map.entry("REOPEN_RETURNS", "Returns opened again"),
            Map.entry("MODERATE", "Moderation started"),
            Map.entry("CHECK_ACCURACY", "Sent for the accuracy check"),
            Map.entry("REPORT", "Accuracy check ended"),
            Map.entry("APPROVE", "Report approved"),
            Map.entry("ACT", "Agencies act"),
            Map.entry("BRIEF", "Learning brief is out"),
            Map.entry("CHECK_ACTIONS", "Actions checked"),
            Map.entry("REAUDIT", "Re-audit started"),
            Map.entry("CLOSE", "Closed"),
            Map.entry("PAUSE", "Paused"),
            Map.entry("RESUME", "Went on"),
            Map.entry("CANCEL", "Cancelled"));

    private AuditWords() {}

    static String of(Happened h) {
        return h.what().equals("REMINDED") ? reminded(h.detail()) : HAPPENED.getOrDefault(h.what(), h.what());
    }

    /** What stands beside it: of reminders the number is in the words already. */
    static String detail(Happened h) {
        return h.what().equals("REMINDED") ? "" : h.detail();
    }

    private static String reminded(String days) {
        int count = Integer.parseInt(days);
        if (count == 0) {
            return "Reminded on the last day";
        }
        return "Reminded " + Words.inWords(Math.abs(count), "working day") + (count < 0 ? " before" : " after")
                + " the last day";
    }
}
