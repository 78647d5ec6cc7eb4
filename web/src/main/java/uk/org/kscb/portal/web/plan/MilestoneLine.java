package uk.org.kscb.portal.web.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.DateState;
import uk.org.kscb.portal.plan.ActionDetail.MilestoneView;
import uk.org.kscb.portal.web.shell.Words;

/**
 * A milestone with the plan's wording beside what was read from it.
 *
 * @param read the dates as read, in words
 * @param remarks how they were read, a sentence each
 * @param check the date does not exist and waits for confirmation
 * @param confirm what confirming means, for the button: "Confirm 30 September 2011"
 */
public record MilestoneLine(
        int no,
        String timescaleRaw,
        String read,
        List<String> remarks,
        List<String> leads,
        List<String> measures,
        String measuresElsewhere,
        boolean check,
        boolean confirmed,
        String confirm) {

    static MilestoneLine of(MilestoneView m) {
        return new MilestoneLine(
                m.no(),
                m.timescaleRaw(),
                m.completed() && m.end() == null ? "Complete, no date given" : span(m.start(), m.end()),
                remarks(m),
                m.leads(),
                m.measures(),
                m.sameMeasuresAs() == null ? "" : "Same as milestone " + m.sameMeasuresAs(),
                m.dateState() == DateState.NEEDS_CONFIRMATION,
                m.dateState() == DateState.CONFIRMED,
                "Confirm " + Words.longDay(m.end() == null ? m.start() : m.end()));
    }

    private static List<String> remarks(MilestoneView m) {
        List<String> remarks = new ArrayList<>();
        if (m.completed() && m.end() != null) {
            remarks.add("The plan says complete.");
        }
        if (m.review()) {
            remarks.add("A review point, not a finish.");
        }
        if (m.recurrence() != null) {
            remarks.add("Repeats: " + m.recurrence() + ".");
        }
        if (m.dateNote() != null) {
            remarks.add(sentence(m.dateNote()));
        }
        return remarks;
    }

    private static String sentence(String note) {
        return Words.capital(note) + (note.endsWith(".") ? "" : ".");
    }

    /** "1 Apr to 30 Sep 2011", "by 31 May 2011", "from 1 Apr 2011, no end date". */
    static String span(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (end == null) {
            return start == null ? "No date in the plan" : "From " + Words.day(start) + ", no end date";
        }
        return start == null || start.equals(end)
                ? "By " + Words.day(end)
                : ActionLine.near(start, end) + " to " + Words.day(end);
    }
}
