package uk.org.kscb.portal.plan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.MeasureRecurrence;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;
import uk.org.kscb.portal.plan.PlanDocument.Supports;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** The portal's own JSON of a plan: what is written reads back as the same plan, member by member. */
public final class PlanJson {

    static final String PRIORITIES = "priorities";

    private static final Set<String> STATUSES = Set.of("planned", "completed");
    private static final Set<String> BASES = Set.of("marker", "text", "default");
    private static final Set<String> SCOPES = Set.of("outcome", "action");

    private PlanJson() {}

    /** @throws UnreadablePlan where the shape is another, naming the place */
    public static PlanDocument fromJson(JsonObject json) {
        JsonShape plan = new JsonShape(json, "");
        List<Priority> priorities = plan.objects(PRIORITIES, true, PlanJson::priority);
        PlanDocument read = new PlanDocument(
                Json.createObjectBuilder(json).remove(PRIORITIES).build(), priorities);
        checkReferences(read);
        return read;
    }

    public static JsonObject toJson(PlanDocument plan) {
        return PlanJsonWriter.write(plan);
    }

    private static Priority priority(JsonShape json) {
        return new Priority(
                json.number("no"),
                json.text("title"),
                json.texts("keyObjectives"),
                json.texts("accountableLeads"),
                json.objects("outcomes", true, PlanJson::outcome),
                json.texts("notes"));
    }

    private static Outcome outcome(JsonShape json) {
        return new Outcome(
                json.text("ref"),
                json.text("text"),
                json.texts("jointWith"),
                json.objects("actions", true, PlanJson::action),
                json.texts("notes"));
    }

    private static Action action(JsonShape json) {
        return new Action(
                json.text("ref"),
                json.text("text"),
                json.texts("textBullets"),
                json.oneOf("status", STATUSES),
                json.texts("leads"),
                json.texts("jointWith"),
                json.optionalText("jointScope") == null ? null : json.oneOf("jointScope", SCOPES),
                json.objects(
                        "agencies",
                        false,
                        a -> new NamedAgency(a.text("code"), a.oneOf("basis", BASES), a.flag("alsoInText"))),
                json.flag("partnersUnnamed"),
                supports(json.optionalObject("supports")),
                json.texts("links"),
                json.objects("milestones", true, PlanJson::milestone),
                json.texts("notes"));
    }

    private static Supports supports(@Nullable JsonShape json) {
        return json == null ? Supports.NONE : new Supports(json.texts("IN"), json.texts("O"), json.texts("CT"));
    }

    /** A day that no calendar has waits for a person, whether or not the file says so itself. */
    private static Milestone milestone(JsonShape json) {
        String timescale = json.text("timescaleRaw");
        String note = json.optionalText("dateNote");
        return new Milestone(
                json.number("no"),
                timescale,
                json.optionalText("timescaleCellRaw"),
                json.date("start"),
                json.date("end"),
                json.flag("review"),
                json.flag("completed"),
                json.optionalText("recurrence"),
                json.optionalText("recurrenceSource"),
                json.texts("leads"),
                json.flag("leadsInherited"),
                json.texts("measures"),
                json.optionalNumber("sameMeasuresAs"),
                json.objects(
                        "measureRecurrences",
                        false,
                        r -> new MeasureRecurrence(r.number("measure"), r.text("phrase"), r.text("every"))),
                note == null ? TimescaleReader.impossible(timescale) : note);
    }

    private static void checkReferences(PlanDocument plan) {
        Map<String, String> seen = new HashMap<>();
        plan.priorities().forEach(p -> unique(seen, "priority " + p.no()));
        plan.outcomes().forEach(o -> unique(seen, "outcome " + o.ref()));
        plan.actions().forEach(a -> unique(seen, "action " + a.ref()));
        plan.actions().forEach(a -> a.milestones().forEach(m -> unique(seen, "action " + a.ref() + " step " + m.no())));
    }

    private static void unique(Map<String, String> seen, String what) {
        if (seen.put(what, what) != null) {
            throw new UnreadablePlan(
                    Reason.DUPLICATE_REF, "The plan has " + what + " twice. Each needs a reference of its own.");
        }
    }
}
