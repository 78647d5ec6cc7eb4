package uk.org.kscb.portal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview.Change;
import uk.org.kscb.portal.plan.ImportPreview.Changes;
import uk.org.kscb.portal.plan.ImportPreview.Difference;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.model.ActionWording.Place;

/** What one plan says otherwise than another: added, changed and removed actions, and the plan around them. */
final class PlanChanges {
    /** Stands for the plan around its actions in a list of changes. */
    static final String THE_PLAN = "plan";

    private PlanChanges() {}

    /** An action with its place; position counts from 0 over the whole plan. */
    record Placed(Place place, Action action) {}

    static Map<String, Placed> placed(PlanDocument plan) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        plan.priorities()
                .forEach(p -> p.outcomes()
                        .forEach(o -> o.actions()
                                .forEach(a -> placed.put(
                                        a.ref(), new Placed(new Place(p.no(), o.ref(), placed.size()), a)))));
        return placed;
    }

    /** @param updates number of shared progress updates by ref, which stay whatever happens */
    static Changes between(PlanDocument before, PlanDocument after, Map<String, Long> updates) {
        Map<String, Placed> old = placed(before);
        Map<String, Placed> now = placed(after);
        List<Change> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<Difference> around = around(before, after);
        if (!around.isEmpty()) {
            changed.add(new Change(THE_PLAN, "The plan around its actions", around, 0));
        }
        now.forEach((ref, placed) -> {
            long stays = updates.getOrDefault(ref, 0L);
            Placed was = old.get(ref);
            if (was == null) {
                added.add(new Change(ref, placed.action().text(), List.of(), stays));
            } else {
                List<Difference> differences = differences(was, placed);
                if (!differences.isEmpty()) {
                    changed.add(new Change(ref, placed.action().text(), differences, stays));
                }
            }
        });
        List<Change> removed = old.values().stream()
                .filter(p -> !now.containsKey(p.action().ref()))
                .map(p -> new Change(
                        p.action().ref(),
                        p.action().text(),
                        List.of(),
                        updates.getOrDefault(p.action().ref(), 0L)))
                .toList();
        return new Changes(added, changed, removed);
    }

    private static List<Difference> around(PlanDocument before, PlanDocument after) {
        List<Difference> differences = new ArrayList<>();
        compare(differences, "Title", title(before), title(after));
        compare(differences, "Priorities", priorities(before), priorities(after));
        compare(differences, "Outcomes", outcomes(before), outcomes(after));
        if (differences.isEmpty() && !PlanAssembly.headingsOf(before).equals(PlanAssembly.headingsOf(after))) {
            differences.add(new Difference("Governance, vision, references or posts", null, null));
        }
        return differences;
    }

    private static String title(PlanDocument plan) {
        return plan.front().getString("title", "");
    }

    private static String priorities(PlanDocument plan) {
        return plan.priorities().stream().map(p -> p.no() + " " + p.title()).collect(Collectors.joining("; "));
    }

    private static String outcomes(PlanDocument plan) {
        return plan.outcomes().map(o -> o.ref() + " " + o.text()).collect(Collectors.joining("; "));
    }

    private static List<Difference> differences(Placed was, Placed now) {
        List<Difference> differences = new ArrayList<>();
        Action a = was.action();
        Action b = now.action();
        compare(differences, "Place", place(was), place(now));
        compare(differences, "Text", a.text(), b.text());
        compare(differences, "Points", join(a.textBullets()), join(b.textBullets()));
        compare(differences, "Status in the plan", a.status(), b.status());
        compare(differences, "Leads", join(a.leads()), join(b.leads()));
        compare(differences, "Joint with", marker(a), marker(b));
        compare(differences, "Agencies", agencies(a), agencies(b));
        compare(
                differences,
                "Answers to",
                a.supports().all().collect(Collectors.joining(", ")),
                b.supports().all().collect(Collectors.joining(", ")));
        compare(differences, "Links", join(a.links()), join(b.links()));
        milestones(differences, a.milestones(), b.milestones());
        compare(differences, "Notes", join(a.notes()), join(b.notes()));
        if (differences.isEmpty() && !a.equals(b)) {
            differences.add(new Difference("Details of how it was read", null, null));
        }
        return differences;
    }

    private static void milestones(List<Difference> differences, List<Milestone> before, List<Milestone> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            Milestone a = i < before.size() ? before.get(i) : null;
            Milestone b = i < after.size() ? after.get(i) : null;
            String no = "Milestone " + (i + 1);
            compare(differences, no, written(a), written(b));
            compare(
                    differences,
                    no + ", measures",
                    a == null ? null : join(a.measures()),
                    b == null ? null : join(b.measures()));
        }
    }

    private static @Nullable String written(@Nullable Milestone m) {
        if (m == null) {
            return null;
        }
        String read = m.start() == null && m.end() == null
                ? "no date"
                : Objects.toString(m.start(), "…") + " to " + Objects.toString(m.end(), "…");
        return "“" + m.timescaleRaw() + "”, read as " + read + (m.completed() ? ", completed" : "");
    }

    private static String place(Placed placed) {
        return "outcome " + placed.place().outcome();
    }

    private static String marker(Action action) {
        return action.jointWith().isEmpty() ? "" : join(action.jointWith()) + " (" + action.jointScope() + ")";
    }

    private static String agencies(Action action) {
        return action.agencies().stream()
                .map(a -> a.code() + " (" + a.basis() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String join(List<String> texts) {
        return String.join("; ", texts);
    }

    private static void compare(
            List<Difference> differences, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(what, before, after));
        }
    }
}
