package uk.org.kscb.portal.plan.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;
import uk.org.kscb.portal.plan.PlanDocument.Supports;

/** Writes a plan as JSON. Members that say nothing (a false flag, no date note) are left out, as people write plans. */
final class PlanJsonWriter {

    /** The first of the parts that stand behind the priorities. */
    private static final List<String> BEHIND = List.of("ofsted", "noticeTargets", "agencies");

    private PlanJsonWriter() {}

    static JsonObject write(PlanDocument plan) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        boolean written = false;
        for (var member : plan.front().entrySet()) {
            if (!written && BEHIND.contains(member.getKey())) {
                json.add(PlanJson.PRIORITIES, array(plan.priorities(), PlanJsonWriter::priority));
                written = true;
            }
            json.add(member.getKey(), member.getValue());
        }
        if (!written) {
            json.add(PlanJson.PRIORITIES, array(plan.priorities(), PlanJsonWriter::priority));
        }
        return json.build();
    }

    private static JsonObjectBuilder priority(Priority priority) {
        return Json.createObjectBuilder()
                .add("no", priority.no())
                .add("title", priority.title())
                .add("keyObjectives", texts(priority.keyObjectives()))
                .add("accountableLeads", texts(priority.accountableLeads()))
                .add("outcomes", array(priority.outcomes(), PlanJsonWriter::outcome))
                .add("notes", texts(priority.notes()));
    }

    private static JsonObjectBuilder outcome(Outcome outcome) {
        return Json.createObjectBuilder()
                .add("ref", outcome.ref())
                .add("text", outcome.text())
                .add("jointWith", texts(outcome.jointWith()))
                .add("actions", array(outcome.actions(), PlanJsonWriter::action))
                .add("notes", texts(outcome.notes()));
    }

    private static JsonObjectBuilder action(Action action) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("ref", action.ref()).add("text", action.text());
        if (!action.textBullets().isEmpty()) {
            json.add("textBullets", texts(action.textBullets()));
        }
        json.add("status", action.status())
                .add("leads", texts(action.leads()))
                .add("jointWith", texts(action.jointWith()));
        addOrNull(json, "jointScope", action.jointScope());
        json.add("agencies", array(action.agencies(), PlanJsonWriter::agency));
        if (action.partnersUnnamed()) {
            json.add("partnersUnnamed", true);
        }
        return json.add("supports", supports(action.supports()))
                .add("links", texts(action.links()))
                .add("milestones", array(action.milestones(), PlanJsonWriter::milestone))
                .add("notes", texts(action.notes()));
    }

    private static JsonObjectBuilder agency(NamedAgency agency) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("code", agency.code()).add("basis", agency.basis());
        return agency.alsoInText() ? json.add("alsoInText", true) : json;
    }

    private static JsonObjectBuilder supports(Supports supports) {
        return Json.createObjectBuilder()
                .add("IN", texts(supports.in()))
                .add("O", texts(supports.o()))
                .add("CT", texts(supports.ct()));
    }

    private static JsonObjectBuilder milestone(Milestone milestone) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("no", milestone.no()).add("timescaleRaw", milestone.timescaleRaw());
        addIfSaid(json, "timescaleCellRaw", milestone.timescaleCellRaw());
        addOrNull(json, "start", milestone.start());
        addOrNull(json, "end", milestone.end());
        json.add("review", milestone.review()).add("completed", milestone.completed());
        addOrNull(json, "recurrence", milestone.recurrence());
        addIfSaid(json, "recurrenceSource", milestone.recurrenceSource());
        json.add("leads", texts(milestone.leads()));
        if (milestone.leadsInherited()) {
            json.add("leadsInherited", true);
        }
        json.add("measures", texts(milestone.measures()));
        if (milestone.sameMeasuresAs() != null) {
            json.add("sameMeasuresAs", milestone.sameMeasuresAs());
        }
        addIfSaid(json, "dateNote", milestone.dateNote());
        if (!milestone.measureRecurrences().isEmpty()) {
            json.add(
                    "measureRecurrences",
                    array(
                            milestone.measureRecurrences(),
                            r -> Json.createObjectBuilder()
                                    .add("measure", r.measure())
                                    .add("phrase", r.phrase())
                                    .add("every", r.every())));
        }
        return json;
    }

    private static void addOrNull(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value.toString());
        }
    }

    private static void addIfSaid(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    private static <T> JsonArrayBuilder array(List<T> items, Function<T, JsonObjectBuilder> write) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }
}
