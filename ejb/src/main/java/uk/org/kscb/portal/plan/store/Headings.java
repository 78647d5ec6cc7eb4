package uk.org.kscb.portal.plan.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.ActionDetail.ReferenceView;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Outcome;
import uk.org.kscb.portal.plan.PlanDocument.Priority;

/** The plan around its actions: title, priorities, outcomes, what references mean, whose posts are whose. */
public final class Headings {
    private static final Map<String, String> KINDS =
            Map.of("IN", "Notice target", "O", "Ofsted recommendation", "CT", "Core task");

    private final PlanDocument plan;
    private final Map<Integer, Priority> priorities = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, ReferenceView> references = new LinkedHashMap<>();
    private final Map<String, String> agencyOfPost = new LinkedHashMap<>();

    /** @param plan the plan; its actions are not looked at */
    public Headings(PlanDocument plan) {
        this.plan = plan;
        plan.priorities().forEach(p -> priorities.put(p.no(), p));
        plan.outcomes().forEach(o -> outcomes.put(o.ref(), o));
        for (String member : List.of("noticeTargets", "ofsted", "coreTasks")) {
            objects(plan.front(), member).forEach(this::reference);
        }
        objects(plan.front(), "people")
                .filter(p -> !p.isNull("agency") && p.getString("kind", "post").equals("post"))
                .forEach(p -> agencyOfPost.put(p.getString("post"), p.getString("agency")));
    }

    private void reference(JsonObject entry) {
        String ref = entry.getString("ref");
        String kind = ref.split(" ")[0];
        references.put(ref, new ReferenceView(kind, ref, KINDS.getOrDefault(kind, kind), entry.getString("text")));
    }

    private static Stream<JsonObject> objects(JsonObject front, String member) {
        JsonArray entries = front.containsKey(member) ? front.getJsonArray(member) : JsonValue.EMPTY_JSON_ARRAY;
        return entries.stream().map(JsonValue::asJsonObject);
    }

    public PlanDocument plan() {
        return plan;
    }

    public String title() {
        return plan.front().getString("title", "Improvement plan");
    }

    public String priorityTitle(int no) {
        Priority priority = priorities.get(no);
        return priority == null ? "" : priority.title();
    }

    public String outcomeText(String ref) {
        Outcome outcome = outcomes.get(ref);
        return outcome == null ? "" : outcome.text();
    }

    public List<Priority> priorities() {
        return List.copyOf(priorities.values());
    }

    public List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    public ReferenceView reference(String ref) {
        String kind = ref.split(" ")[0];
        return references.getOrDefault(ref, new ReferenceView(kind, ref, KINDS.getOrDefault(kind, kind), ""));
    }

    /** Order of references as the plan lists them. */
    public List<String> references() {
        return List.copyOf(references.keySet());
    }

    /** Code of the agency that a job title belongs to. */
    public Optional<String> agencyOfPost(String title) {
        return Optional.ofNullable(agencyOfPost.get(title));
    }
}
