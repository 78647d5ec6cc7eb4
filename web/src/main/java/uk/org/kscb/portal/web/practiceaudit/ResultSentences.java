package uk.org.kscb.portal.web.practiceaudit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Confidence;
import uk.org.kscb.portal.platform.statistics.Strength;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.ResultView.Head;
import uk.org.kscb.portal.practiceaudit.ResultView.OwnTally;
import uk.org.kscb.portal.practiceaudit.ResultView.QuestionLine;
import uk.org.kscb.portal.practiceaudit.ResultView.Sight;
import uk.org.kscb.portal.practiceaudit.ResultView.Threshold;
import uk.org.kscb.portal.web.shell.Words;

/** What the figures of an audit say in words. */
final class ResultSentences {

    private ResultSentences() {}

    static String lead(Figures figures) {
        StringBuilder lead = new StringBuilder();
        Threshold threshold = figures.threshold();
        if (threshold != null && !threshold.match().kept()) {
            ShareLine match = ShareLine.of(threshold.match());
            lead.append(match.count())
                    .append(" referrals (")
                    .append(match.percent())
                    .append(") named the right level. ");
        }
        figures.questions().stream()
                .filter(q -> !q.met().kept() && q.met().share().of() > 0)
                .findFirst()
                .ifPresent(weakest -> lead.append(weakest(weakest)));
        return lead.toString().strip();
    }

    private static String weakest(QuestionLine line) {
        return line.met().share().count() == line.met().share().of()
                ? "Every standard was met in every case."
                : "Weakest: " + said(line) + ".";
    }

    private static String said(QuestionLine line) {
        ShareLine share = ShareLine.of(line.met());
        return line.ref() + ", met in " + share.count() + " (" + share.percent() + ")";
    }

    static String meta(Head head) {
        StringBuilder meta = new StringBuilder();
        meta.append(Words.count(head.drawn(), "case"))
                .append(" drawn, ")
                .append(head.usable())
                .append(" usable");
        if (head.excluded() > 0) {
            meta.append(" (").append(head.excluded()).append(" taken out)");
        }
        meta.append(". ")
                .append(Words.capital(Words.count(head.agencies(), "agency")))
                .append('.');
        if (head.tool() != null) {
            meta.append(' ').append(head.tool()).append('.');
        }
        if (head.moderatedOn() != null) {
            meta.append(" Moderated ").append(Words.longDay(head.moderatedOn()));
            meta.append(
                    head.releasedOn() == null
                            ? ", not yet released to agencies."
                            : ", released to agencies " + Words.longDay(head.releasedOn()) + ".");
        }
        return meta.toString();
    }

    /** "0.60, “moderate”", "not calculable", or why it is kept back. */
    static String kappa(Coefficient coefficient) {
        if (coefficient.confidence() == Confidence.TOO_FEW) {
            return "not shown below 10 items";
        }
        if (!coefficient.calculable()) {
            return "not calculable";
        }
        return number(coefficient.value().orElse(0)) + ", “"
                + coefficient.strength().map(Strength::word).orElse("") + "”"
                + (coefficient.confidence() == Confidence.LOW ? " (fewer than 30 items: low confidence)" : "");
    }

    static String number(double value) {
        return String.format(Locale.UK, "%.2f", value);
    }

    /** "Good: we said 6, the panel 4." of what both used at all. */
    static String tallies(List<OwnTally> tallies) {
        return tallies.stream()
                .filter(t -> t.self() + t.moderated() > 0 && !t.subject().standard())
                .map(t -> t.subject().words() + ", " + t.grade().toLowerCase(Locale.UK) + ": we said " + t.self()
                        + ", the panel " + t.moderated() + ".")
                .collect(Collectors.joining(" "));
    }

    static String kept(Sight sight) {
        return sight == Sight.EVERYTHING
                ? ""
                : "Counts of 5 or fewer, or out of 10 or fewer, are kept back, and a second figure where the first"
                        + " could be worked out.";
    }

    static String change(@Nullable Boolean certain) {
        return Boolean.TRUE.equals(certain) ? "" : "could be chance";
    }
}
