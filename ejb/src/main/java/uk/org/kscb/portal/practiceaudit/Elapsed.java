package uk.org.kscb.portal.practiceaudit;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.platform.time.WorkingDays;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;

/**
 * How long something took in a case. A day and time that is asked right after another one of its section is counted from
 * it: "received" and then "decided". Source: BRIEF 4.8, Q19 and Q20.
 *
 * @param ref of the later question; @param sinceRef of the earlier one
 * @param minutes below 0 where the later one came first: somebody erred
 * @param workingDays 0 on the same day, 1 by the end of the next working day
 */
public record Elapsed(String ref, String sinceRef, long minutes, int workingDays) {

    static List<Elapsed> of(List<Answered> asked, WorkingDays days) {
        List<Elapsed> all = new ArrayList<>();
        for (int i = 1; i < asked.size(); i++) {
            Answered from = asked.get(i - 1);
            Answered until = asked.get(i);
            if (time(from)
                    && time(until)
                    && from.question().section().equals(until.question().section())) {
                LocalDateTime since = LocalDateTime.parse(String.valueOf(from.value()));
                LocalDateTime at = LocalDateTime.parse(String.valueOf(until.value()));
                all.add(new Elapsed(
                        until.question().ref(),
                        from.question().ref(),
                        Duration.between(since, at).toMinutes(),
                        days.between(since.toLocalDate(), at.toLocalDate())));
            }
        }
        return all;
    }

    private static boolean time(Answered answered) {
        String value = answered.value();
        return answered.wanted()
                && answered.question().kind() == AnswerKind.DATE_TIME
                && value != null
                && value.length() == 16;
    }

    /** "4 hours", "1 hour 20 minutes". */
    public String words() {
        long hours = minutes / 60;
        long rest = minutes % 60;
        String inHours = hours == 1 ? "1 hour" : hours + " hours";
        String inMinutes = rest == 1 ? "1 minute" : rest + " minutes";
        return hours == 0 ? inMinutes : rest == 0 || hours >= 48 ? inHours : inHours + " " + inMinutes;
    }
}
