package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionDetail.ContributionView;
import uk.org.kscb.portal.plan.ActionDetail.LinkedAction;
import uk.org.kscb.portal.plan.ActionDetail.MilestoneView;
import uk.org.kscb.portal.plan.ActionDetail.ReferenceView;
import uk.org.kscb.portal.plan.ActionDetail.UpdateView;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.AgencyBadge;

/** The shape of actions in the API. Its member names are promised; those of the records that it is made from are not. */
final class ActionJson {
    private ActionJson() {}

    @Schema(name = "AgencyBeside", description = "An agency beside an action")
    public record Agency(String code, String shortName, String name, boolean lead, boolean own) {
        static Agency of(AgencyBadge badge) {
            return new Agency(badge.code(), badge.shortName(), badge.name(), badge.lead(), badge.own());
        }

        static List<Agency> of(List<AgencyBadge> badges) {
            return badges.stream().map(Agency::of).toList();
        }
    }

    @Schema(name = "ActionLine", description = "One action in the list")
    public record Line(
            String ref,
            String text,
            int priority,
            String outcome,
            String lead,
            List<Agency> agencies,

            @Nullable @Schema(description = "The day that counts next")
            LocalDate due,

            long daysLate,

            @Schema(description = "late, at-risk, on-track, no-update, not-started, complete or reported-complete")
            String status,

            @Nullable LocalDate lastUpdate,
            boolean joint,

            @Schema(description = "One of its dates does not exist and waits for confirmation")
            boolean dateUnconfirmed) {
        static Line of(ActionRow row) {
            return new Line(
                    row.ref(),
                    row.text(),
                    row.priority(),
                    row.outcome(),
                    row.lead(),
                    Agency.of(row.agencies()),
                    row.due(),
                    row.daysLate(),
                    row.status().slug(),
                    row.lastUpdate(),
                    row.joint(),
                    row.dateUnconfirmed());
        }
    }

    @Schema(name = "Action", description = "One action as it stood on a day, as far as you may see it")
    public record Full(
            String ref,
            String text,
            List<String> textBullets,
            int priority,
            String priorityTitle,
            String outcome,
            String outcomeText,
            List<String> leads,
            List<Agency> agencies,
            @Nullable LocalDate due,
            long daysLate,
            String status,
            @Nullable LocalDate lastUpdate,
            boolean joint,
            @Nullable Marker jointMarker,
            boolean partnersUnnamed,

            @Schema(description = "The plan itself says it is complete")
            boolean saidComplete,

            boolean dateUnconfirmed,
            List<Milestone> milestones,
            List<Reference> references,
            List<Link> links,
            List<String> notes,
            List<Contribution> contributions,
            @Schema(description = "Newest first") List<Update> updates,
            @Nullable String previousRef,
            @Nullable String nextRef,
            LocalDate asAt) {
        static Full of(ActionDetail action) {
            ActionRow row = action.summary();
            return new Full(
                    row.ref(),
                    row.text(),
                    action.textBullets(),
                    row.priority(),
                    action.priorityTitle(),
                    row.outcome(),
                    action.outcomeText(),
                    action.leads(),
                    Agency.of(row.agencies()),
                    row.due(),
                    row.daysLate(),
                    row.status().slug(),
                    row.lastUpdate(),
                    row.joint(),
                    Marker.of(action.jointMarker()),
                    action.partnersUnnamed(),
                    action.saidComplete(),
                    row.dateUnconfirmed(),
                    action.milestones().stream().map(Milestone::of).toList(),
                    action.references().stream().map(Reference::of).toList(),
                    action.links().stream().map(Link::of).toList(),
                    action.notes(),
                    action.contributions().stream().map(Contribution::of).toList(),
                    action.updates().stream().map(Update::of).toList(),
                    action.previousRef(),
                    action.nextRef(),
                    action.asAt());
        }
    }

    @Schema(name = "JointMarker", description = "The joint marker as the plan has it; scope is outcome or action")
    public record Marker(List<String> with, String scope, String where) {
        static @Nullable Marker of(ActionDetail.@Nullable JointMarker marker) {
            return marker == null ? null : new Marker(marker.with(), marker.scope(), marker.where());
        }
    }

    @Schema(name = "Milestone")
    public record Milestone(
            int no,

            @Schema(description = "The timescale as the plan words it")
            String timescaleRaw,

            @Nullable LocalDate start,
            @Nullable LocalDate end,
            boolean review,
            boolean completed,
            @Nullable String recurrence,
            List<String> leads,
            List<String> measures,
            @Nullable Integer sameMeasuresAs,
            @Nullable String dateNote,

            @Schema(description = "as-read, needs-confirmation or confirmed")
            String dateState) {
        static Milestone of(MilestoneView m) {
            return new Milestone(
                    m.no(),
                    m.timescaleRaw(),
                    m.start(),
                    m.end(),
                    m.review(),
                    m.completed(),
                    m.recurrence(),
                    m.leads(),
                    m.measures(),
                    m.sameMeasuresAs(),
                    m.dateNote(),
                    Slug.of(m.dateState()));
        }
    }

    @Schema(name = "Reference", description = "What the action answers: IN, O or CT")
    public record Reference(String kind, String ref, String kindName, String text) {
        static Reference of(ReferenceView r) {
            return new Reference(r.kind(), r.ref(), r.kindName(), r.text());
        }
    }

    @Schema(name = "LinkedAction")
    public record Link(String ref, String text, String status) {
        static Link of(LinkedAction l) {
            return new Link(l.ref(), l.text(), l.status().slug());
        }
    }

    @Schema(name = "Contribution", description = "What one agency owes to the action")
    public record Contribution(
            Agency agency,

            @Schema(description = "marker, text, default or manager")
            String basis,

            @Schema(description = "proposed, accepted or queried")
            String state,

            @Nullable String owes,

            @Nullable @Schema(description = "Job title that holds it")
            String post,

            @Nullable LocalDate due,
            String status,
            @Nullable LocalDate lastUpdate,
            boolean own) {
        static Contribution of(ContributionView c) {
            return new Contribution(
                    Agency.of(c.agency()),
                    Slug.of(c.basis()),
                    Slug.of(c.state()),
                    c.owes(),
                    c.post(),
                    c.due(),
                    c.status().slug(),
                    c.lastUpdate(),
                    c.own());
        }
    }

    @Schema(name = "Update", description = "A progress update; never changed afterwards")
    public record Update(
            Agency agency,
            LocalDate on,

            @Schema(description = "not-started, on-track, at-risk, late or complete")
            String status,

            @Nullable String done,
            @Nullable String next,
            @Nullable String blocks,

            @Schema(description = "Only the reporting agency's own members see it")
            boolean agencyOnly,

            @Nullable String author) {
        static Update of(UpdateView u) {
            return new Update(
                    Agency.of(u.agency()),
                    u.on(),
                    Slug.of(u.status()),
                    u.done(),
                    u.next(),
                    u.blocks(),
                    u.agencyOnly(),
                    u.author());
        }
    }
}
