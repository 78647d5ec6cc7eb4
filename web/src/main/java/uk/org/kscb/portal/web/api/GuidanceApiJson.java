package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.Comparison;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceText;

/** The shape of the guidance in the API; the wording itself has the shape of its file. */
final class GuidanceApiJson {
    private GuidanceApiJson() {}

    public record EditionLine(
            int number,
            String label,
            String state,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate supersededOn,
            @Nullable LocalDate reviewDue,
            List<Approval> approvals) {
        static EditionLine of(EditionHead h) {
            return new EditionLine(
                    h.number(),
                    h.label(),
                    h.state().slug(),
                    h.effectiveFrom(),
                    h.supersededOn(),
                    h.reviewDue(),
                    h.approvals().stream().map(Approval::of).toList());
        }
    }

    public record Approval(String body, LocalDate on, String minute) {
        static Approval of(EditionHead.Approval a) {
            return new Approval(a.body().title(), a.on(), a.minute());
        }
    }

    public record Full(EditionLine edition, GuidanceText text) {
        static Full of(Edition e) {
            return new Full(EditionLine.of(e.head()), e.text());
        }
    }

    public record Changes(EditionLine from, EditionLine to, String summary, List<Part> parts) {
        static Changes of(Comparison c) {
            return new Changes(
                    EditionLine.of(c.from()),
                    EditionLine.of(c.to()),
                    c.summary(),
                    c.parts().stream().map(Part::of).toList());
        }
    }

    public record Part(String where, List<Line> lines) {
        static Part of(Comparison.Part p) {
            return new Part(p.what(), p.lines().stream().map(Line::of).toList());
        }
    }

    public record Line(
            String kind, @Nullable String before, @Nullable String after) {
        static Line of(Comparison.Line l) {
            return new Line(l.kind().name().toLowerCase(Locale.ROOT), joined(l.before()), joined(l.after()));
        }

        private static @Nullable String joined(List<Comparison.Piece> pieces) {
            return pieces.isEmpty()
                    ? null
                    : String.join(
                            "", pieces.stream().map(Comparison.Piece::text).toList());
        }
    }
}
