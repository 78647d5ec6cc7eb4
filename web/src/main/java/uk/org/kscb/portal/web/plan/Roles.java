package uk.org.kscb.portal.web.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.org.kscb.portal.plan.Oddity;

/** What the importer's words mean to the person who looks through a preview. */
final class Roles {
    /** What a column may be read as, in the order of a plan's table. */
    static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("ref", "Reference");
        LABELS.put("action", "Action");
        LABELS.put("timescale", "Timescale");
        LABELS.put("start", "Start date");
        LABELS.put("end", "End date");
        LABELS.put("lead", "Delivery lead");
        LABELS.put("measure", "Targets and measures");
        LABELS.put("joint", "Joint with");
        LABELS.put("supports", "Notice, Ofsted or core task reference");
        LABELS.put("status", "Status");
        LABELS.put("priority", "Priority");
        LABELS.put("outcome", "Outcome");
    }

    private Roles() {}

    static String title(Oddity.Kind kind) {
        return switch (kind) {
            case IMPOSSIBLE_DATE -> "Dates that do not exist";
            case INTERPRETED_DATE -> "Dates that had to be completed";
            case NO_DATE -> "Timescales without a date";
            case JOINT_MARKER -> "Joint markers";
            case REFERENCE -> "References";
            case LEAD -> "Leads";
            case DUPLICATE -> "The same thing twice";
            case LINK -> "Links";
            case STRUCTURE -> "How the file is laid out";
        };
    }

    static String meaning(Oddity.Kind kind) {
        return switch (kind) {
            case IMPOSSIBLE_DATE ->
                "Read as the last day of the month. Each waits for somebody to confirm it on the action’s page.";
            case INTERPRETED_DATE ->
                "A day, month or year is left out in the file and was taken from what stands around it.";
            case NO_DATE -> "Kept in the plan’s words. Such an action is never late.";
            case JOINT_MARKER -> "Which partners were taken to be named, and for which actions.";
            case REFERENCE -> "Tags that are written in another way than the others.";
            case LEAD -> "Cells that name no lead, or where the lead stands in another place.";
            case DUPLICATE -> "Both are kept as the file has them.";
            case LINK -> "Actions that the file mentions beside another.";
            case STRUCTURE -> "Rows and cells that do not follow the table.";
        };
    }
}
