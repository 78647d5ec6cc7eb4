package uk.org.kscb.portal.web.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview;

/** The shape of imports in the API. */
final class ImportJson {
    private ImportJson() {}

    @Schema(name = "Import", description = "An uploaded plan and what it would change, or did")
    public record Full(
            String id,
            String fileName,

            @Schema(description = "How it was read: docx, xlsx, csv or json")
            String format,

            @Schema(description = "preview, confirmed, cancelled or undone")
            String state,

            Instant uploadedAt,
            String uploadedBy,

            @Schema(type = SchemaType.OBJECT, description = "The plan as it was read, in the shape of GET /plan")
            JsonObject plan,

            Changes changes,

            @Schema(description = "What needed interpretation, and how it was read")
            List<Oddity> oddities,

            @Schema(description = "The file's own column headings; empty for formats without")
            List<String> headings,

            @Schema(description = "Which column, from 0, is read as what")
            Map<String, Integer> mapping,

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
                    Counts.of(i.counts()),
                    i.mayConfirm(),
                    i.mayUndo());
        }
    }

    @Schema(name = "ImportLine", description = "An import in the list of imports")
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

    @Schema(name = "ImportChanges")
    public record Changes(List<Change> added, List<Change> changed, List<Change> removed) {
        static Changes of(ImportPreview.Changes c) {
            return new Changes(Change.of(c.added()), Change.of(c.changed()), Change.of(c.removed()));
        }
    }

    @Schema(name = "ImportChange", description = "updates: progress updates on it, which stay whatever happens")
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

    @Schema(name = "ImportDifference")
    public record Difference(
            String what, @Nullable String before, @Nullable String after) {}

    @Schema(name = "Oddity", description = "Where: ref, row and cell. What stands there: raw. What was read and why")
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

    @Schema(name = "ImportCounts")
    public record Counts(int priorities, int outcomes, int actions, int milestones, int measures, int joint) {
        static Counts of(ImportPreview.Counts c) {
            return new Counts(c.priorities(), c.outcomes(), c.actions(), c.milestones(), c.measures(), c.joint());
        }
    }
}
