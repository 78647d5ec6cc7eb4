package uk.org.kscb.portal.plan.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.exchange.PlanDraft.ActionDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.OutcomeDraft;
import uk.org.kscb.portal.plan.exchange.PlanDraft.Position;
import uk.org.kscb.portal.plan.exchange.PlanDraft.PriorityDraft;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** Puts what is read, line by line, where it belongs in the plan: under its priority and outcome. */
final class RowFiler {

    private final PlanDraft plan = new PlanDraft();
    private final Map<String, Position> seen = new HashMap<>();
    private final Map<String, JointMarker> namedByMarker = new HashMap<>();
    private final Set<Integer> headed = new HashSet<>();
    private final OddityList oddities;
    private final int depth;

    private @Nullable PriorityDraft pending;
    private @Nullable PriorityDraft priority;
    private @Nullable OutcomeDraft outcome;
    private @Nullable ActionDraft action;

    RowFiler(int depth, OddityList oddities) {
        this.depth = depth;
        this.oddities = oddities;
    }

    PlanDraft plan() {
        return plan;
    }

    @Nullable
    ActionDraft action() {
        return action;
    }

    void banner(BannerText text, Position position) {
        PriorityDraft target = pending == null ? priority : pending;
        switch (text) {
            case BannerText.PriorityHeading heading -> {
                // an overview may list the priorities before the tables: only those count that actions follow
                pending = new PriorityDraft(heading.no(), heading.title());
                headed.add(heading.no());
                action = null;
            }
            case BannerText.OutcomeHeading heading -> {
                openOutcome(heading.ref(), heading.text(), position);
                action = null;
            }
            case BannerText.KeyObjectives objectives -> {
                if (target != null) {
                    target.keyObjectives = objectives.objectives();
                }
            }
            case BannerText.AccountableLeads leads -> {
                if (target != null) {
                    target.accountableLeads = leads.leads();
                }
            }
        }
    }

    /** Opens the action of a row; where the row above had the same one, the row carries on with it. */
    ActionDraft openAction(String given, String text, String outcomeText, Position position) {
        String ref = numbered(given, position);
        if (action != null && action.ref.equals(ref) && sameAction(action, text)) {
            return action;
        }
        Position earlier = seen.putIfAbsent(ref, position);
        if (earlier != null) {
            throw new UnreadablePlan(
                    Reason.DUPLICATE_REF,
                    "The action reference " + ref + " stands twice: at " + earlier.place() + " and at "
                            + position.place() + ". Each action needs a reference of its own.");
        }
        OutcomeDraft owner = outcomeOf(ref, outcomeText, position);
        ActionDraft opened = new ActionDraft(ref, position);
        owner.actions.add(opened);
        JointMarker marker = namedByMarker.get(ref);
        if (marker != null) {
            opened.jointWith = marker.partners();
        }
        action = opened;
        return opened;
    }

    /** Numbers that start again under each priority are told apart by the priority's number. */
    private String numbered(String given, Position position) {
        String tenth = afterNinth(given);
        if (tenth != null) {
            oddities.add(
                    position.order(),
                    Kind.REFERENCE,
                    tenth,
                    position.place(),
                    null,
                    given,
                    tenth,
                    "a spreadsheet drops the last nought of a number; the action above is " + last());
            return tenth;
        }
        PriorityDraft owner = pending == null ? priority : pending;
        if (depth != 1 || owner == null || !headed.contains(owner.no)) {
            return given;
        }
        String ref = owner.no + "." + given;
        oddities.add(
                position.order(),
                Kind.REFERENCE,
                ref,
                position.place(),
                null,
                given,
                ref,
                "numbered within its priority, so the priority's number is put before it");
        return ref;
    }

    private String last() {
        return action == null ? "" : action.ref;
    }

    /** "1.1" below "1.9" was "1.10" before it became a number. */
    private @Nullable String afterNinth(String given) {
        String above = last();
        int dot = above.lastIndexOf('.');
        if (depth != 2 || dot < 0 || !seen.containsKey(given)) {
            return null;
        }
        int next = Integer.parseInt(above.substring(dot + 1)) + 1;
        String start = above.substring(0, dot + 1);
        return next % 10 == 0 && given.equals(start + next / 10) ? start + next : null;
    }

    private static boolean sameAction(ActionDraft open, String text) {
        return text.isEmpty()
                || open.text.toString().startsWith(text)
                || text.toLowerCase(Locale.UK).replaceAll("[^a-z]", "").startsWith("cont");
    }

    private OutcomeDraft outcomeOf(String ref, String text, Position position) {
        String owner = depth >= 3 ? ActionRef.prefix(ref, 2) : String.valueOf(priorityNo(ref));
        OutcomeDraft open = outcome;
        if (open != null && open.ref.equals(owner) && pending == null) {
            if (!text.isEmpty() && !text.equals(open.text)) {
                oddities.add(
                        position.order(),
                        Kind.STRUCTURE,
                        ref,
                        position.place(),
                        ColumnRole.OUTCOME.label(),
                        text,
                        open.text,
                        "the outcome " + owner + " has other words in a row above, which were kept");
            }
            return open;
        }
        return openOutcome(owner, text, position);
    }

    private int priorityNo(String ref) {
        PriorityDraft owner = pending == null ? priority : pending;
        if (ActionRef.depthOf(ref) == 1) {
            return owner == null ? 1 : owner.no;
        }
        return Integer.parseInt(ActionRef.prefix(ref, 1));
    }

    private OutcomeDraft openOutcome(String ref, String text, Position position) {
        PriorityDraft owner = openPriority(priorityNo(depth >= 3 ? ref : ref + ".0"), position);
        OutcomeDraft existing = owner.outcomes.stream()
                .filter(o -> o.ref.equals(ref))
                .findFirst()
                .orElse(null);
        if (existing == null) {
            String wording = text;
            if (wording.isEmpty()) {
                wording = depth >= 3 ? "Outcome " + ref : owner.title;
                oddities.add(
                        position.order(),
                        Kind.STRUCTURE,
                        ref,
                        position.place(),
                        null,
                        "",
                        wording,
                        "the file gives no outcome above this action");
            }
            existing = new OutcomeDraft(ref, wording);
            owner.outcomes.add(existing);
        }
        outcome = existing;
        return existing;
    }

    private PriorityDraft openPriority(int no, Position position) {
        PriorityDraft announced = pending;
        pending = null;
        PriorityDraft open =
                plan.priorities.stream().filter(p -> p.no == no).findFirst().orElse(null);
        if (open == null) {
            open = announced != null && announced.no == no ? announced : new PriorityDraft(no, "Priority " + no);
            plan.priorities.add(open);
            if (open != announced) {
                oddities.add(
                        position.order(),
                        Kind.STRUCTURE,
                        String.valueOf(no),
                        position.place(),
                        null,
                        "",
                        open.title,
                        "the file gives no heading for this priority; its number is taken from the references");
            }
        }
        priority = open;
        return open;
    }

    /** @param besideLabel the outcome's own number stands in the same cell */
    void mark(JointMarker marker, boolean besideLabel, Position position, String cell) {
        ActionDraft open = action;
        OutcomeDraft owner = outcome;
        if (open == null || owner == null || open.jointWith.equals(marker.partners())) {
            return;
        }
        String read;
        String why;
        if (!marker.refs().isEmpty()) {
            marker.refs().forEach(ref -> namedByMarker.put(ref, marker));
            open.jointWith = marker.refs().contains(open.ref) ? marker.partners() : open.jointWith;
            read = String.join(" and ", marker.refs());
            why = "the marker names the actions itself";
        } else if (besideLabel && owner.actions.getFirst() == open) {
            owner.jointWith = marker.partners();
            read = "every action of " + owner.ref;
            why = "the marker stands beside the outcome's number on its first row";
        } else {
            open.jointWith = marker.partners();
            read = open.ref + " only";
            why = "the marker stands beside this action";
        }
        String partners = String.join(", ", marker.partners());
        oddities.add(
                position.order(),
                Kind.JOINT_MARKER,
                open.ref,
                position.place(),
                cell,
                marker.raw(),
                partners + ": " + read,
                why);
    }
}
