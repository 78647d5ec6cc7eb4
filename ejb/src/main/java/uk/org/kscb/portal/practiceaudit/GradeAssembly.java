package uk.org.kscb.portal.practiceaudit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.statistics.Grid;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.platform.statistics.Weights;
import uk.org.kscb.portal.practiceaudit.ResultView.Calibration;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ResultView.OwnCase;
import uk.org.kscb.portal.practiceaudit.ResultView.OwnTally;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Graded;
import uk.org.kscb.portal.practiceaudit.store.GradeStore.Moved;
import uk.org.kscb.portal.practiceaudit.store.GradeStore.OwnGrade;

/** What agencies graded themselves against what the panel graded. Both are kept; neither replaces the other. */
final class GradeAssembly {
    private GradeAssembly() {}

    /** A table for each subject that the panel has graded. @param careful keeps small numbers back, and with them the grid */
    static List<GradeTable> tables(FigureCounts counts, FigureCounts others, GradingScheme scheme, boolean careful) {
        List<GradeTable> tables = new ArrayList<>();
        for (GradeSubject subject : GradeSubject.values()) {
            List<Graded> graded = counts.grades(g -> g.subject() == subject && g.moderated() != null);
            Grid grid = grid(graded, scheme);
            Grid rest = grid(others.grades(g -> g.subject() == subject && g.moderated() != null), scheme);
            if (grid.items() > 0) {
                tables.add(table(subject, title(subject, counts), grid, rest, scheme, careful));
            }
        }
        return tables;
    }

    private static String title(GradeSubject subject, FigureCounts counts) {
        return counts.figures().questions().stream()
                .filter(q -> q.grades() == subject)
                .findFirst()
                .map(q -> q.sectionTitle())
                .orElse("");
    }

    private static GradeTable table(
            GradeSubject subject, String title, Grid grid, Grid rest, GradingScheme scheme, boolean careful) {
        List<Share> sums = List.of(grid.unchanged(), grid.down(), grid.up());
        List<Boolean> telling = Stream.of(rest.unchanged(), rest.down(), rest.up())
                .map(SmallNumbers::small)
                .toList();
        List<Boolean> hidden = careful ? SmallNumbers.hidden(sums, telling) : List.of(false, false, false);
        return new GradeTable(
                subject,
                title,
                scheme.grades().stream().map(GradingScheme.Grade::label).toList(),
                careful ? null : grid,
                hidden.get(0) ? Shown.KEPT_BACK : Shown.of(sums.get(0)),
                hidden.get(1) ? Shown.KEPT_BACK : Shown.of(sums.get(1)),
                hidden.get(2) ? Shown.KEPT_BACK : Shown.of(sums.get(2)),
                grid.kappa(Weights.NONE),
                grid.kappa(Weights.LINEAR),
                grid.kappa(Weights.QUADRATIC));
    }

    private static Grid grid(List<Graded> graded, GradingScheme scheme) {
        int size = scheme.grades().size();
        int[][] counts = new int[size][size];
        for (Graded one : graded) {
            String moderated = one.moderated();
            if (moderated != null && scheme.has(one.self()) && scheme.has(moderated)) {
                counts[scheme.rank(one.self())][scheme.rank(moderated)] += (int) one.cases();
            }
        }
        return grid(counts);
    }

    private static Grid grid(int[][] counts) {
        return new Grid(Stream.of(counts)
                .map(row -> java.util.Arrays.stream(row).boxed().toList())
                .toList());
    }

    /** Each agency in each audit, oldest first. */
    static List<Calibration> calibration(List<Moved> moved, Map<Long, AgencyBadge> badges) {
        record Key(long agency, String code) {}
        Map<Key, List<Moved>> byAgency = new LinkedHashMap<>();
        moved.forEach(m -> byAgency.computeIfAbsent(new Key(m.agency(), m.code()), key -> new ArrayList<>())
                .add(m));
        List<Calibration> lines = new ArrayList<>();
        byAgency.forEach((key, rows) -> {
            AgencyBadge badge = badges.get(key.agency());
            Moved first = rows.getFirst();
            GradingScheme scheme = GradingScheme.of(first.scheme());
            int[][] counts = new int[scheme.grades().size()][scheme.grades().size()];
            rows.stream()
                    .filter(m -> scheme.has(m.self()) && scheme.has(m.moderated()))
                    .forEach(m -> counts[scheme.rank(m.self())][scheme.rank(m.moderated())] += (int) m.cases());
            Grid grid = grid(counts);
            if (badge != null && grid.items() > 0) {
                lines.add(new Calibration(
                        badge,
                        key.code(),
                        first.on(),
                        Shown.of(grid.unchanged()),
                        Shown.of(grid.down()),
                        Shown.of(grid.up()),
                        grid.meanStepsDown()));
            }
        });
        return lines;
    }

    static List<OwnCase> cases(List<OwnGrade> grades, GradingScheme scheme) {
        return grades.stream()
                .map(g -> new OwnCase(
                        g.code(),
                        g.subject(),
                        scheme.label(g.self()),
                        g.moderated() == null ? null : scheme.label(g.moderated()),
                        g.reason(),
                        g.moderated() == null ? null : direction(g.self(), g.moderated(), scheme)))
                .toList();
    }

    private static String direction(String self, String moderated, GradingScheme scheme) {
        if (!scheme.has(self) || !scheme.has(moderated)) {
            return "Another scale";
        }
        int steps = scheme.rank(moderated) - scheme.rank(self);
        return steps == 0 ? "Unchanged" : steps > 0 ? "Moved down" : "Moved up";
    }

    /** "Good: we said 6, the panel 4", for each grade of each subject that is used. */
    static List<OwnTally> tallies(List<OwnGrade> grades, GradingScheme scheme) {
        List<OwnTally> tallies = new ArrayList<>();
        for (GradeSubject subject : GradeSubject.values()) {
            List<OwnGrade> these =
                    grades.stream().filter(g -> g.subject() == subject).toList();
            if (!these.isEmpty()) {
                scheme.grades()
                        .forEach(grade -> tallies.add(new OwnTally(
                                subject,
                                grade.label(),
                                these.stream()
                                        .filter(g -> g.self().equals(grade.slug()))
                                        .count(),
                                these.stream()
                                        .filter(g -> grade.slug().equals(g.moderated()))
                                        .count())));
            }
        }
        return tallies;
    }
}
