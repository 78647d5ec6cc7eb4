package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Grid;
import uk.org.kscb.portal.practiceaudit.RecommendationRow;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;
import uk.org.kscb.portal.practiceaudit.ResultView;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ResultView.Levels;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;
import uk.org.kscb.portal.practiceaudit.ResultView.Sight;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** What the numbers of one audit say; the part of the county is in the address. */
@Named
@RequestScoped
public class ResultsPage {
    private static final int LIGHTEST = 1;
    private static final int FEW = 3;
    private static final int MANY = 10;

    @EJB
    private ResultService results;

    @EJB
    private RecommendationService recommended;

    private @Nullable ResultView view;
    private @Nullable List<RecommendationRow> recommendations;

    /** One call of the front door, whatever the page asks for. */
    public ResultView getView() {
        if (view == null) {
            view = results.results(getCode(), new ResultFilter(Sent.text("agency"), Sent.text("district")));
        }
        return view;
    }

    /** What the viewer may see of what this audit recommends. */
    public List<RecommendationRow> getRecommendations() {
        if (recommendations == null) {
            recommendations = CurrentViewer.require().may(Permission.READ_RECOMMENDATIONS)
                    ? recommended.findings(getCode()).recommendations()
                    : List.of();
        }
        return recommendations;
    }

    public String getCode() {
        return Sent.text("code");
    }

    public @Nullable Figures getFigures() {
        return getView().figures();
    }

    public boolean isEverything() {
        return getView().sight() == Sight.EVERYTHING;
    }

    /** Whether the viewer may take the master sheet: their own rows, or all. */
    public boolean isMaySheet() {
        return getFigures() != null && CurrentViewer.require().may(Permission.TAKE_MASTER_SHEET);
    }

    public String getLead() {
        Figures figures = getFigures();
        return figures == null ? "" : ResultSentences.lead(figures);
    }

    public String getMeta() {
        return ResultSentences.meta(getView().head());
    }

    public String getKept() {
        return ResultSentences.kept(getView().sight());
    }

    public String getTallies() {
        return getView().own() == null
                ? ""
                : ResultSentences.tallies(getView().own().tallies());
    }

    /** For {@code #{resultsPage.line(q.met)}}. */
    public ShareLine line(@Nullable Shown shown) {
        return ShareLine.of(shown);
    }

    /** Grades of a whole case: a table each. */
    public List<GradeTable> getGradeTables() {
        return tables(false);
    }

    /** Grades of section 11's standards: a line each. */
    public List<GradeTable> getStandards() {
        return tables(true);
    }

    private List<GradeTable> tables(boolean standards) {
        Figures figures = getFigures();
        return figures == null
                ? List.of()
                : figures.grades().stream()
                        .filter(g -> g.subject().standard() == standards)
                        .toList();
    }

    /** "3 Fully met: 2. 2 Mostly met: 1.", or nothing where single organisations could be told from it. */
    public String moderatedWords(GradeTable table) {
        Grid grid = table.grid();
        if (grid == null) {
            return "–";
        }
        return IntStream.range(0, table.labels().size())
                .mapToObj(column -> table.labels().get(column) + ": "
                        + grid.counts().stream()
                                .mapToInt(row -> row.get(column))
                                .sum())
                .filter(words -> !words.endsWith(": 0"))
                .collect(Collectors.joining("; "));
    }

    public int population(ResultView.Strata strata) {
        return strata.lines().stream()
                .mapToInt(ResultView.StratumLine::population)
                .sum();
    }

    /** A weighted share of the county. */
    public String weighted(@Nullable Double share) {
        return share == null ? "–" : Math.round(share * 100) + "%";
    }

    /** "3.5 hours". */
    public String hours(double hours) {
        String plain = String.format(Locale.UK, "%.1f", hours).replace(".0", "");
        return plain + (plain.equals("1") ? " hour" : " hours");
    }

    public String kappa(Coefficient coefficient) {
        return ResultSentences.kappa(coefficient);
    }

    public String steps(double steps) {
        return Math.abs(steps) < 0.005 ? "0" : ResultSentences.number(Math.abs(steps)) + (steps > 0 ? " down" : " up");
    }

    public String agreement(Levels levels) {
        Double agreement = levels.agreement();
        return agreement == null ? "not calculable" : Math.round(agreement * 100) + "%";
    }

    public String percent(double share) {
        return Math.round(share * 100) + "%";
    }

    /** One row of the grid of grades: what the agency said, and how often the panel said each. */
    public record GridRow(String label, List<Cell> cells) {}

    public record Cell(int count, String look) {}

    public List<GridRow> rows(GradeTable table) {
        Grid grid = table.grid();
        if (grid == null) {
            return List.of();
        }
        List<GridRow> rows = new ArrayList<>();
        for (int row = 0; row < grid.counts().size(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < grid.counts().size(); column++) {
                int count = grid.counts().get(row).get(column);
                cells.add(new Cell(count, (row == column ? "grid-same " : "") + shade(count)));
            }
            rows.add(new GridRow(table.labels().get(row), cells));
        }
        return rows;
    }

    public String shade(int count) {
        if (count == 0) {
            return "z";
        }
        return count == LIGHTEST ? "h1" : count <= FEW ? "h2" : count <= MANY ? "h3" : "h4";
    }

    /** The same page for one agency or district, or for the whole county. */
    public String narrowed(String what, String value) {
        return "/practice-audits/" + Words.url(getCode()) + "/results"
                + (value.isEmpty() ? "" : "?" + what + "=" + Words.url(value)) + "#qs";
    }
}
