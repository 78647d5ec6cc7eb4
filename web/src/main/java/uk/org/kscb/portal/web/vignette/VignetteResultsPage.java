package uk.org.kscb.portal.web.vignette;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Strength;
import uk.org.kscb.portal.vignette.ExerciseResults;
import uk.org.kscb.portal.vignette.ExerciseResults.AgencyCell;
import uk.org.kscb.portal.vignette.ExerciseResults.CaseResult;
import uk.org.kscb.portal.vignette.ExerciseView;
import uk.org.kscb.portal.vignette.VignetteResults;
import uk.org.kscb.portal.vignette.VignetteService;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** How alike answers were: the least agreed case first. */
@Named
@RequestScoped
public class VignetteResultsPage {
    @EJB
    private VignetteResults service;

    @EJB
    private VignetteService vignettes;

    @Inject
    private Notices notices;

    private @Nullable ExerciseResults results;
    private @Nullable String opens;
    private @Nullable String closes;

    /** Before it is closed there is no such page. */
    public ExerciseResults getResults() {
        if (results == null) {
            try {
                results = service.results(id());
            } catch (Refusal notClosed) {
                throw new NotVisible("result of this exercise");
            }
        }
        return results;
    }

    /** A case as the page shows it. */
    public record Line(
            CaseResult about, String agreement, String before, List<Bar> bars, List<Cell> agencies, String panel) {}

    /** How many chose a level. */
    public record Bar(int level, String words, double width) {}

    /** @param levels how many of the agency chose each level, or why that is not told; none where all is kept back */
    public record Cell(String name, List<String> levels) {}

    public List<Line> getLines() {
        return getResults().cases().stream().map(VignetteResultsPage::line).toList();
    }

    private static Line line(CaseResult about) {
        List<Bar> bars = IntStream.range(0, about.counts().size())
                .mapToObj(i -> bar(i + 1, about.counts().get(i), about.answers()))
                .toList();
        return new Line(
                about,
                percent(about.agreement()),
                about.before().isPresent() ? percent(about.before()) : "",
                bars,
                about.byAgency().stream().map(VignetteResultsPage::cell).toList(),
                about.panelLevel() == null ? "not set yet" : "level " + about.panelLevel());
    }

    private static Bar bar(int level, Optional<Integer> count, int answers) {
        return count.map(c -> new Bar(level, c + " of " + answers, answers == 0 ? 0 : 100.0 * c / answers))
                .orElse(new Bar(level, "kept back: small number", 0));
    }

    private static Cell cell(AgencyCell cell) {
        return new Cell(
                cell.name(),
                cell.levels().stream()
                        .map(count -> count.map(String::valueOf).orElse("kept back"))
                        .toList());
    }

    /** Whether any case has two answers. */
    public boolean isComparable() {
        return getResults().agreement().isPresent();
    }

    public String getAgreement() {
        return percent(getResults().agreement());
    }

    public String getFleiss() {
        return words(getResults().fleiss());
    }

    public String getAlpha() {
        return words(getResults().alpha());
    }

    public String getEarlier() {
        return getResults()
                .earlier()
                .map(e -> percent(e.agreement()) + " of pairs agreed; kappa " + words(e.fleiss()) + "; alpha "
                        + words(e.alpha()))
                .orElse("");
    }

    /** "0.42, moderate". The number of cases stands beside it, since few cases carry little. */
    static String words(Coefficient coefficient) {
        if (!coefficient.calculable()) {
            return "not calculable";
        }
        return String.format(Locale.UK, "%.2f", coefficient.value().orElseThrow())
                + coefficient.strength().map(Strength::word).map(w -> ", " + w).orElse("");
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Math.round(share.getAsDouble() * 100) + "%" : "not calculable";
    }

    public boolean isMayPanel() {
        return CurrentViewer.require().may(Permission.MANAGE_VIGNETTES);
    }

    public void panel() {
        String level = Sent.text("panel");
        String code = Sent.text("code");
        if (Doors.passed(() -> vignettes.panelSays(id(), code, level.matches("[1-4]") ? Integer.parseInt(level) : 0))) {
            notices.done("Panel’s answer set", "Case " + code + ": level " + level + ".");
            Doors.goTo("/vignettes/" + Words.url(id()) + "/results");
        }
    }

    public void repeat() {
        var from = Days.read(opens);
        var until = Days.read(closes);
        if (from == null || until == null) {
            Doors.say(from == null ? "opens" : "closes", "Give a day, for example 2011-09-01.");
            return;
        }
        ExerciseView[] made = new ExerciseView[1];
        if (Doors.passed(() -> made[0] = vignettes.repeat(id(), from, until))) {
            notices.done("Set again", "The same cases; the results will stand beside these.");
            Doors.goTo("/vignettes/" + Words.url(made[0].id()));
        }
    }

    private static String id() {
        return Sent.text("exercise");
    }

    public @Nullable String getOpens() {
        return opens;
    }

    public void setOpens(@Nullable String opens) {
        this.opens = opens;
    }

    public @Nullable String getCloses() {
        return closes;
    }

    public void setCloses(@Nullable String closes) {
        this.closes = closes;
    }
}
