package uk.org.kscb.portal.practiceaudit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.platform.statistics.Interval;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.practiceaudit.ResultView.Change;
import uk.org.kscb.portal.practiceaudit.ResultView.RoundLine;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Asked;

/** Two rounds of one audit side by side: improved, held, needs work. */
final class TwoRounds {
    /** Share from which a standard that did not move needs no work: the foot of "outstanding" (BRIEF 4.8). */
    private static final double ENOUGH = 0.85;

    private static final double A_STEP = 0.05;

    private TwoRounds() {}

    /** @param bridge ref of the earlier tool by ref of the newer one, where they differ */
    static List<RoundLine> compare(FigureCounts before, FigureCounts now, Map<String, String> bridge, boolean careful) {
        Map<Long, Share> sharesBefore = before.met();
        Map<String, Share> byRef = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Asked question : before.figures().questions()) {
            Share share = sharesBefore.get(question.id());
            if (share != null) {
                byRef.put(question.ref(), share);
                texts.put(question.ref(), question.text());
            }
        }
        Map<Long, Share> sharesNow = now.met();
        return now.figures().questions().stream()
                .filter(q -> sharesNow.containsKey(q.id()))
                .map(q -> line(
                        q,
                        byRef.getOrDefault(earlier(q, bridge, texts), new Share(0, 0)),
                        sharesNow.getOrDefault(q.id(), new Share(0, 0)),
                        careful))
                .toList();
    }

    /** Which question it continues: the one that the bridge names, else the one that asks the same under the same number. */
    private static String earlier(Asked question, Map<String, String> bridge, Map<String, String> texts) {
        String same = question.text().equals(texts.get(question.ref())) ? question.ref() : "";
        return bridge.getOrDefault(question.ref(), same);
    }

    private static RoundLine line(Asked question, Share before, Share now, boolean careful) {
        boolean keep = careful && (SmallNumbers.small(before) || SmallNumbers.small(now));
        return new RoundLine(
                question.ref(),
                question.text(),
                keep ? Shown.KEPT_BACK : Shown.of(before),
                keep ? Shown.KEPT_BACK : Shown.of(now),
                keep ? Change.NOT_COMPARABLE : change(before, now),
                !keep && apart(before, now));
    }

    static Change change(Share before, Share now) {
        if (before.of() == 0 || now.of() == 0) {
            return Change.NOT_COMPARABLE;
        }
        double was = before.value().orElse(0);
        double is = now.value().orElse(0);
        if (is >= was + A_STEP) {
            return Change.IMPROVED;
        }
        return is >= ENOUGH && is >= was - A_STEP ? Change.HELD : Change.NEEDS_WORK;
    }

    private static boolean apart(Share before, Share now) {
        Interval one = before.interval().orElse(new Interval(0, 1));
        Interval other = now.interval().orElse(new Interval(0, 1));
        return one.until() < other.from() || other.until() < one.from();
    }
}
