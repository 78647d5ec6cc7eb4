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

    /** @param speed null where the tool asks for no times; @param levels null where nobody judged the same case twice */
    public record ResultFigures(
            List<Outcome> outcomes,
            List<Question> questions,
            List<Section> sections,
            List<Grading> grades,
            List<Group> agencies,
            List<Group> districts,
            List<Stratum> strata,
            @Nullable Weighted weighted,
            @Nullable Speed speed,
            @Nullable Agreement levels,
            List<Calibration> calibration,
            @Nullable Rounds rounds) {
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
                    figures.sections().stream()
                            .map(s -> new Section(s.section(), s.title(), Part.of(s.met())))
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
                            .toList(),
                    figures.agencies().stream().map(Group::of).toList(),
                    figures.districts().stream().map(Group::of).toList(),
                    figures.strata() == null
                            ? List.of()
                            : figures.strata().lines().stream().map(Stratum::of).toList(),
                    figures.strata() == null
                            ? null
                            : new Weighted(
                                    figures.strata().met(),
                                    figures.strata().matched(),
                                    figures.strata().goodOrBetter()),
                    figures.speed() == null
                            ? null
                            : new Speed(
                                    figures.speed().cases(),
                                    figures.speed().hours(),
                                    Part.of(figures.speed().inTime())),
                    figures.levels() == null
                            ? null
                            : new Agreement(
                                    figures.levels().cases(),
                                    figures.levels().agreement(),
                                    number(figures.levels().fleiss()),
                                    number(figures.levels().alpha())),
                    figures.calibration().stream().map(Calibration::of).toList(),
                    figures.rounds() == null ? null : Rounds.of(figures.rounds()));
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

    public record Section(String section, String title, Part met) {}

    /** @param comparable 20 cases or more; with fewer nothing is set beside others */
    public record Group(
            @Nullable String agency, String name, boolean comparable, Part met, Part matched, Part goodOrBetter) {
        static Group of(ResultView.GroupLine line) {
            return new Group(
                    line.agency() == null ? null : line.agency().code(),
                    line.name(),
                    line.comparable(),
                    Part.of(line.met()),
                    Part.of(line.matched()),
                    Part.of(line.goodOrBetter()));
        }
    }

    /** @param population from which it was drawn */
    public record Stratum(String name, int population, boolean comparable, Part matched) {
        static Stratum of(ResultView.StratumLine line) {
            return new Stratum(
                    line.line().name(),
                    line.population(),
                    line.line().comparable(),
                    Part.of(line.line().matched()));
        }
    }

    /** The whole county's shares, from 0 to 1, each stratum weighing what it weighs in the population; null where kept back. */
    public record Weighted(
            @Nullable Double met,
            @Nullable Double matched,
            @Nullable Double goodOrBetter) {}

    /** @param hours median, null where kept back; @param inTime by the end of the next working day */
    public record Speed(long cases, @Nullable Double hours, Part inTime) {}

    /** @param agreement share of pairs that agree, from 0 to 1 */
    public record Agreement(
            long cases,
            @Nullable Double agreement,
            @Nullable Double fleiss,
            @Nullable Double alpha) {}

    /** How an agency's own grades stood against the panel's in one audit. @param stepsDown mean, below 0 for up */
    public record Calibration(String agency, String audit, Part unchanged, Part down, Part up, double stepsDown) {
        static Calibration of(ResultView.Calibration c) {
            return new Calibration(
                    c.agency().code(),
                    c.auditCode(),
                    Part.of(c.unchanged()),
                    Part.of(c.down()),
                    Part.of(c.up()),
                    c.stepsDown());
        }
    }

    /** Of a re-audit. @param before code of the audit that it repeats */
    public record Rounds(String before, boolean sameTool, List<Compared> questions) {
        static Rounds of(ResultView.Rounds rounds) {
            return new Rounds(
                    rounds.beforeCode(),
                    rounds.sameTool(),
                    rounds.lines().stream()
                            .map(l -> new Compared(
                                    l.ref(), Part.of(l.before()), Part.of(l.now()), Slug.of(l.change()), l.certain()))
                            .toList());
        }
    }

    /** @param certain the intervals of the two rounds do not overlap */
    public record Compared(String ref, Part before, Part now, String change, boolean certain) {}

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
