package uk.org.kscb.portal.web.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview;

/** The shape of imports in the API. */
final class ImportJson {
    private ImportJson() {}

    public record Full(
            String id,
            String fileName,

            String format,

            String state,

            Instant uploadedAt,
            String uploadedBy,

            JsonObject plan,

            Changes changes,

            List<Oddity> oddities,

            List<String> headings,

            Map<String, Integer> mapping,
            boolean columnsUnknown,

            Counts counts,
            boolean mayConfirm,
            boolean mayUndo) {
        static Full of(ImportPreview i, JsonObject plan) {
            return new Full(
                    i.id(),
                    i.fileName(),
                    i.format(),
                    Slug.of(i.state()),
                    i.uploadedAt(),
                    i.uploadedBy(),
                    plan,
                    Changes.of(i.changes()),
                    i.oddities().stream().map(Oddity::of).toList(),
                    i.headings(),
                    i.mapping(),
                    i.columnsUnknown(),
                    Counts.of(i.counts()),
                    i.mayConfirm(),
                    i.mayUndo());
        }
    }

    public record Line(
            String id,
            String fileName,
            String format,
            String state,
            Instant uploadedAt,
            String uploadedBy,
            String outcome) {
        static Line of(ImportPreview.Summary s) {
            return new Line(
                    s.id(), s.fileName(), s.format(), Slug.of(s.state()), s.uploadedAt(), s.uploadedBy(), s.outcome());
        }
    }

    public record Changes(List<Change> added, List<Change> changed, List<Change> removed) {
        static Changes of(ImportPreview.Changes c) {
            return new Changes(Change.of(c.added()), Change.of(c.changed()), Change.of(c.removed()));
        }
    }

    public record Change(String ref, String text, List<Difference> differences, long updates) {
        static List<Change> of(List<ImportPreview.Change> changes) {
            return changes.stream()
                    .map(c -> new Change(
                            c.ref(),
                            c.text(),
                            c.differences().stream()
                                    .map(d -> new Difference(d.what(), d.before(), d.after()))
                                    .toList(),
                            c.updates()))
                    .toList();
        }
    }

    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    public record Oddity(
            String kind,
            @Nullable String ref,
            String row,
            @Nullable String cell,
            String raw,
            String read,
            String why) {
        static Oddity of(uk.org.kscb.portal.plan.Oddity o) {
            return new Oddity(Slug.of(o.kind()), o.ref(), o.row(), o.cell(), o.raw(), o.read(), o.why());
        }
    }

    public record Counts(int priorities, int outcomes, int actions, int milestones, int measures, int joint) {
        static Counts of(ImportPreview.Counts c) {
            return new Counts(c.priorities(), c.outcomes(), c.actions(), c.milestones(), c.measures(), c.joint());
        }
    }
}
