package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.practiceaudit.AuditFindings;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;
import uk.org.kscb.portal.practiceaudit.ResultView;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;

/** The shape of an audit's results and of what becomes of them in the API. */
final class AuditResultJson {
    private AuditResultJson() {}

    /** @param figures null until the results are released to who asks */
    public record Results(
            String code,
            String title,
            long drawn,
            long usable,
            boolean released,
            @Nullable ResultFigures figures,
            List<OwnCase> own,
            List<Beside> beside) {
        static Results of(ResultView view) {
            ResultView.Own own = view.own();
            return new Results(
                    view.head().code(),
                    view.head().title(),
                    view.head().drawn(),
                    view.head().usable(),
                    view.head().released(),
                    view.figures() == null || own != null ? null : ResultFigures.of(view.figures()),
                    own == null
                            ? List.of()
                            : own.cases().stream().map(OwnCase::of).toList(),
                    own == null
                            ? List.of()
                            : own.questions().stream().map(Beside::of).toList());
        }
    }

    public record ResultFigures(List<Outcome> outcomes, List<Question> questions, List<Grading> grades) {
        static ResultFigures of(Figures figures) {
            return new ResultFigures(
                    figures.threshold() == null
                            ? List.of()
                            : figures.threshold().outcomes().stream()
                                    .map(o -> new Outcome(Slug.of(o.outcome()), Part.of(o.share())))
                                    .toList(),
                    figures.questions().stream()
                            .map(q -> new Question(q.ref(), q.section(), q.text(), Part.of(q.met())))
                            .toList(),
                    figures.grades().stream()
                            .map(g -> new Grading(
                                    Slug.of(g.subject()),
                                    Part.of(g.unchanged()),
                                    Part.of(g.down()),
                                    Part.of(g.up()),
                                    number(g.kappa()),
                                    number(g.linear()),
                                    number(g.quadratic())))
                            .toList());
        }

        private static @Nullable Double number(Coefficient coefficient) {
            return coefficient.shown().isPresent() ? coefficient.shown().getAsDouble() : null;
        }
    }

    /** @param keptBack a small number that is not told; the others are then null */
    public record Part(
            @Nullable Long count,
            @Nullable Long of,
            @Nullable Double from,
            @Nullable Double until,
            boolean keptBack) {
        static Part of(Shown shown) {
            if (shown.kept()) {
                return new Part(null, null, null, null, true);
            }
            var interval = shown.share().interval();
            return new Part(
                    shown.share().count(),
                    shown.share().of(),
                    interval.map(i -> i.from()).orElse(null),
                    interval.map(i -> i.until()).orElse(null),
                    false);
        }
    }

    public record Outcome(String outcome, Part share) {}

    public record Question(String ref, String section, String text, Part met) {}

    /** @param kappa null where it is not calculable, or where fewer than ten items carry it */
    public record Grading(
            String subject,
            Part unchanged,
            Part down,
            Part up,
            @Nullable Double kappa,
            @Nullable Double linear,
            @Nullable Double quadratic) {}

    public record OwnCase(
            String code,
            String subject,
            String self,
            @Nullable String moderated,
            @Nullable String reason) {
        static OwnCase of(ResultView.OwnCase own) {
            return new OwnCase(own.code(), Slug.of(own.subject()), own.self(), own.moderated(), own.reason());
        }
    }

    /** @param county all agencies together, kept back where it would tell of one of them */
    public record Beside(String ref, String text, Part own, Part county) {
        static Beside of(ResultView.OwnQuestion q) {
            return new Beside(q.ref(), q.text(), Part.of(q.own()), Part.of(q.county()));
        }
    }

    public record Findings(String code, String title, List<Finding> findings, List<Recommendation> recommendations) {
        static Findings of(AuditFindings found) {
            return new Findings(
                    found.code(),
                    found.title(),
                    found.findings().stream()
                            .map(f ->
                                    new Finding(f.number(), f.text(), f.questionRef(), f.numerator(), f.denominator()))
                            .toList(),
                    found.recommendations().stream().map(Recommendation::of).toList());
        }
    }

    public record Finding(
            String number,
            String text,
            @Nullable String questionRef,
            @Nullable Integer numerator,
            @Nullable Integer denominator) {}

    /** @param text empty to those who see headlines alone */
    public record Recommendation(
            String id,
            String audit,
            String number,
            String text,
            String agency,
            String priority,
            LocalDate madeOn,
            LocalDate due,
            long daysLate,
            @Nullable String decision,
            String status,
            String standing,
            int impact,
            @Nullable LocalDate closedOn) {
        static Recommendation of(RecommendationRow row) {
            return new Recommendation(
                    row.id(),
                    row.audit(),
                    row.number(),
                    row.text(),
                    row.owner().code(),
                    Slug.of(row.priority()),
                    row.madeOn(),
                    row.due(),
                    row.daysLate(),
                    row.decision() == null ? null : Slug.of(row.decision()),
                    row.status().slug(),
                    row.word(),
                    row.impact().level(),
                    row.closedOn());
        }
    }
}
