package uk.org.kscb.portal.web.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.org.kscb.portal.plan.ActionDetail;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;
import uk.org.kscb.portal.plan.ActionDetail.JointMarker;
import uk.org.kscb.portal.plan.ActionRow;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.web.shell.Words;

/** What an action's page says in sentences. */
final class ActionSentences {
    private ActionSentences() {}

    /** When it is due and who has yet to answer: the two facts that decide what to do next. */
    static String standing(ActionDetail detail) {
        List<String> sentences = new ArrayList<>();
        sentences.add(due(detail.summary(), detail));
        int agencies = detail.contributions().size();
        if (agencies > 0) {
            long open = detail.contributions().stream()
                    .filter(c -> c.state() != ContributionState.ACCEPTED)
                    .count();
            sentences.add(Words.capital(Words.inWords(agencies, "agency"))
                    + (agencies == 1 ? " contributes" : " contribute")
                    + answers(agencies, open));
        }
        return String.join(" ", sentences);
    }

    private static String answers(int agencies, long open) {
        if (open == 0) {
            return agencies == 1 ? " and has accepted." : " and have accepted.";
        }
        if (open == agencies) {
            return agencies == 1 ? "; it has not accepted yet." : "; none has accepted yet.";
        }
        return "; " + Words.inWords(open, "agency") + (open == 1 ? " has" : " have") + " not accepted yet.";
    }

    private static String due(ActionRow row, ActionDetail detail) {
        if (row.status() == DeliveryStatus.COMPLETE) {
            return "Complete.";
        }
        if (detail.saidComplete() || row.status() == DeliveryStatus.REPORTED_COMPLETE) {
            return "Reported complete. Evidence is not held here.";
        }
        if (row.due() == null) {
            return "The plan gives no date.";
        }
        String day = Words.longDay(row.due());
        if (row.daysLate() > 0) {
            return row.status() == DeliveryStatus.LATE
                    ? Words.capital(Words.count(row.daysLate(), "day")) + " late: it was due on " + day + "."
                    : "Its date, " + day + ", passed " + Words.count(row.daysLate(), "day") + " ago.";
        }
        return "The next date is " + day + ", " + Words.away(row.due(), detail.asAt()) + ".";
    }

    /** The joint marker as the plan writes it, and where it stands; empty without one. */
    static String joint(ActionDetail detail) {
        JointMarker marker = detail.jointMarker();
        if (marker == null) {
            return "";
        }
        String as = marker.with().stream().map(w -> "“" + w + "”").collect(Collectors.joining(" and "));
        return as + ", marked beside " + marker.where();
    }
}
