package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Confidence;
import uk.org.kscb.portal.platform.statistics.Strength;
import uk.org.kscb.portal.practiceaudit.AuditFindings.FindingView;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ResultView.Head;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Bullets;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Heading;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Part;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Table;
import uk.org.kscb.portal.practiceaudit.report.ReportDocument.Text;

/**
 * What stands in an audit's report and in its learning brief. Reports leave the portal: small numbers are kept back in them,
 * whoever wrote them saw all.
 */
record ReportContent(
        Head head,
        Figures figures,
        List<FindingView> findings,
        List<RecommendationRow> recommendations,
        WriteReport words) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    ReportDocument report(int version, LocalDate on, LocalDate commentsUntil) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Heading("What it shows"));
        parts.add(new Text(words.headline()));
        parts.add(new Text(words.summary()));
        parts.add(new Heading("How it was done"));
        parts.add(new Text(head.question()));
        parts.add(new Text(head.drawn() + " cases drawn, " + head.usable() + " usable, " + head.excluded()
                + " taken out. "
                + head.agencies() + " agencies. Work of " + DAY.format(head.from()) + " to " + DAY.format(head.until())
                + (head.tool() == null ? "." : ". Tool: " + head.tool() + ".")));
        threshold(parts);
        strata(parts);
        speed(parts);
        questions(parts);
        grades(parts);
        rounds(parts);
        parts.add(new Heading("Findings"));
        parts.add(new Bullets(findings.stream().map(ReportContent::said).toList()));
        parts.add(new Heading("Recommendations"));
        parts.add(new Table(
                "What is recommended to whom, by when",
                List.of("No.", "Recommendation", "To", "Priority", "Due"),
                recommendations.stream()
                        .map(r -> List.of(
                                r.number(),
                                r.text(),
                                r.owner().shortName(),
                                r.priority().words(),
                                DAY.format(r.due())))
                        .toList(),
                List.of(7, 50, 15, 12, 16)));
        parts.add(new Heading("Learning"));
        parts.add(new Bullets(lines(words.learning())));
        parts.add(new Heading("Training needs"));
        parts.add(new Bullets(lines(words.training())));
        return new ReportDocument(
                head.code() + " " + head.title(),
                "Report to the quality assurance subgroup, the Kent Safeguarding Children Board and the Improvement"
                        + " Board",
                "Version " + version,
                "Frozen " + DAY.format(on) + ". Facts open to agencies until " + DAY.format(commentsUntil)
                        + ". OFFICIAL-SENSITIVE.",
                parts);
    }

    /** For every practitioner: what to do differently; no case, no agency, no figure small enough to tell of one. */
    ReportDocument brief(int version, LocalDate on) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Heading("In one sentence"));
        parts.add(new Text(words.headline()));
        parts.add(new Heading("What to do differently"));
        parts.add(new Bullets(lines(words.learning())));
        if (figures.questions().stream().anyMatch(q -> known(q.met()))) {
            parts.add(new Heading("Where practice is weakest"));
            parts.add(new Bullets(figures.questions().stream()
                    .filter(q -> known(q.met()))
                    .limit(5)
                    .map(q -> q.text() + " Met in " + shareWords(q.met()) + ".")
                    .toList()));
        }
        parts.add(new Heading("Training that will be offered"));
        parts.add(new Bullets(lines(words.training())));
        parts.add(new Heading("If you are worried about a child now"));
        parts.add(new Text(
                "A brief is not advice on a child. Use the threshold guidance, talk to your safeguarding lead, and"
                        + " phone when it cannot wait."));
        return new ReportDocument(
                "Learning brief: " + head.title(),
                "For everyone who works with children in Kent. No case is described in it.",
                "Version " + version,
                "From audit " + head.code() + ", " + DAY.format(on) + ".",
                parts);
    }

    private void threshold(List<Part> parts) {
        if (figures.threshold() == null) {
            return;
        }
        parts.add(new Heading("Was the level right?"));
        parts.add(new Table(
                "Level stated by the referrer against the level judged, of "
                        + figures.threshold().cases() + " cases",
                List.of("Outcome", "Cases", "Share", "Likely between"),
                figures.threshold().outcomes().stream()
                        .map(o -> row(o.outcome().words(), o.share()))
                        .toList(),
                List.of(40, 20, 15, 25)));
    }

    private void strata(List<Part> parts) {
        ResultView.Strata strata = figures.strata();
        if (strata == null) {
            return;
        }
        parts.add(new Heading("Strata of the sample"));
        parts.add(new Table(
                "Level matched, stratum by stratum; fewer than 20 cases are not compared",
                List.of("Stratum", "Drawn from", "Level matched", "Share", "Likely between"),
                strata.lines().stream()
                        .map(s -> Stream.concat(
                                        Stream.of(s.line().name(), String.valueOf(s.population())),
                                        row("", s.line().comparable() ? s.line().matched() : Shown.KEPT_BACK).stream()
                                                .skip(1))
                                .toList())
                        .toList(),
                List.of(32, 14, 18, 12, 24)));
        if (strata.matched() != null) {
            parts.add(new Text("Weighted, so that each stratum counts as much as it does in the population, "
                    + Math.round(strata.matched() * 100) + "% named the right level in the whole county."));
        }
    }

    private void speed(List<Part> parts) {
        ResultView.Speed speed = figures.speed();
        if (speed == null || !known(speed.inTime())) {
            return;
        }
        parts.add(new Heading("How long the decision took"));
        parts.add(new Text("By the end of the next working day: " + shareWords(speed.inTime()) + "."
                + (speed.hours() == null
                        ? ""
                        : String.format(Locale.UK, " Half took %.1f hours or less.", speed.hours()))));
    }

    private void questions(List<Part> parts) {
        parts.add(new Heading("Question by question, weakest first"));
        parts.add(new Table(
                "Share that met the standard, with its 95% interval. Counts of 5 or fewer, or of 10 or fewer, are kept"
                        + " back",
                List.of("No.", "Standard", "Met", "Share", "Likely between"),
                figures.questions().stream()
                        .map(q -> Stream.concat(Stream.of(q.ref()), row(q.text(), q.met()).stream())
                                .toList())
                        .toList(),
                List.of(8, 48, 16, 10, 18)));
    }

    private void grades(List<Part> parts) {
        if (figures.grades().isEmpty()) {
            return;
        }
        parts.add(new Heading("Agencies’ own grades against the panel’s"));
        for (GradeTable table : figures.grades()) {
            parts.add(new Text(table.subject().words() + ": unchanged " + shareWords(table.unchanged())
                    + ", moved down "
                    + shareWords(table.down()) + ", moved up " + shareWords(table.up())
                    + ". Agreement beyond chance (Cohen’s kappa) " + coefficient(table.kappa()) + "; linear weights "
                    + coefficient(table.linear()) + ". Both grades are kept."));
        }
    }

    private void rounds(List<Part> parts) {
        ResultView.Rounds rounds = figures.rounds();
        if (rounds == null) {
            return;
        }
        parts.add(new Heading("This round beside the last"));
        parts.add(new Table(
                "Standards met in " + rounds.beforeCode() + " and now"
                        + (rounds.sameTool() ? ", by the same tool" : ", by two versions of the tool and their bridge"),
                List.of("No.", "Standard", rounds.beforeCode(), "Now", "What became of it"),
                rounds.lines().stream()
                        .map(l -> List.of(
                                l.ref(),
                                l.text(),
                                shareWords(l.before()),
                                shareWords(l.now()),
                                l.change().words()
                                        + (l.certain() || l.change() == ResultView.Change.NOT_COMPARABLE
                                                ? ""
                                                : " (could be chance)")))
                        .toList(),
                List.of(8, 40, 17, 17, 18)));
    }

    private static String coefficient(Coefficient coefficient) {
        if (coefficient.confidence() == Confidence.TOO_FEW) {
            return "not shown below 10 items";
        }
        if (!coefficient.calculable()) {
            return "not calculable";
        }
        return String.format(Locale.UK, "%.2f", coefficient.value().orElse(0)) + " ("
                + coefficient.strength().map(Strength::word).orElse("")
                + (coefficient.confidence() == Confidence.LOW ? ", low confidence" : "") + ")";
    }

    private static String said(FindingView finding) {
        return finding.number() + ": " + finding.text()
                + (finding.numerator() == null
                        ? ""
                        : " (" + (finding.questionRef() == null ? "" : finding.questionRef() + ", ")
                                + finding.numerator() + " of " + finding.denominator() + ")");
    }

    private static List<String> row(String words, Shown shown) {
        if (!known(shown)) {
            return List.of(words, shown.kept() ? "kept back" : "none asked", "–", "–");
        }
        var interval = shown.share().interval().orElseThrow();
        return List.of(
                words,
                shown.share().count() + " of " + shown.share().of(),
                shown.share().percent().orElse(0L) + "%",
                interval.fromPercent() + "% and " + interval.untilPercent() + "%");
    }

    private static String shareWords(Shown shown) {
        return known(shown)
                ? shown.share().count() + " of " + shown.share().of() + " ("
                        + shown.share().percent().orElse(0L) + "%)"
                : shown.kept() ? "kept back" : "none";
    }

    private static boolean known(Shown shown) {
        return !shown.kept() && shown.share().of() > 0;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
