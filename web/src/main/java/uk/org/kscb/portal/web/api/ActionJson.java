package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.List;
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

    public record Agency(String code, String shortName, String name, boolean lead, boolean own) {
        static Agency of(AgencyBadge badge) {
            return new Agency(badge.code(), badge.shortName(), badge.name(), badge.lead(), badge.own());
        }

        static List<Agency> of(List<AgencyBadge> badges) {
            return badges.stream().map(Agency::of).toList();
        }
    }

    public record Line(
            String ref,
            String text,
            int priority,
            String outcome,
            String lead,
            List<Agency> agencies,

            @Nullable LocalDate due,

            long daysLate,

            String status,

            @Nullable LocalDate lastUpdate,
            boolean joint,

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

            boolean saidComplete,

            boolean dateUnconfirmed,
            List<Milestone> milestones,
            List<Reference> references,
            List<Link> links,
            List<String> notes,
            List<Contribution> contributions,
            List<Update> updates,
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

    public record Marker(List<String> with, String scope, String where) {
        static @Nullable Marker of(ActionDetail.@Nullable JointMarker marker) {
            return marker == null ? null : new Marker(marker.with(), marker.scope(), marker.where());
        }
    }

    public record Milestone(
            int no,

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

    public record Reference(String kind, String ref, String kindName, String text) {
        static Reference of(ReferenceView r) {
            return new Reference(r.kind(), r.ref(), r.kindName(), r.text());
        }
    }

    public record Link(String ref, String text, String status) {
        static Link of(LinkedAction l) {
            return new Link(l.ref(), l.text(), l.status().slug());
        }
    }

    public record Contribution(
            Agency agency,

            String basis,

            String state,

            @Nullable String owes,

            @Nullable String query,

            @Nullable String post,

            @Nullable String person,
            boolean yours,

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
                    c.query(),
                    c.post(),
                    c.person(),
                    c.yours(),
                    c.due(),
                    c.status().slug(),
                    c.lastUpdate(),
                    c.own());
        }
    }

    public record Update(
            Agency agency,
            LocalDate on,

            String status,

            @Nullable String done,
            @Nullable String next,
            @Nullable String blocks,

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
