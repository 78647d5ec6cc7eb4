package uk.org.kscb.portal.practiceaudit.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import uk.org.kscb.portal.practiceaudit.AuditCalendar.Entry;
import uk.org.kscb.portal.practiceaudit.StepView;

/** Steps of audits as whole-day events (RFC 5545): code, step and a link, no more. */
public final class AuditIcal {
    private AuditIcal() {}

    /** @param portal address of the portal, for the links */
    public static String write(List<Entry> audits, String portal) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Partnership portal//Practice audits//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        for (Entry audit : audits) {
            for (StepView step : audit.steps()) {
                if (step.due() != null && step.done() == null && !audit.state().ended()) {
                    VEvent event = new VEvent(
                            step.due(), audit.code() + ": " + step.step().words());
                    event.add(new Uid(audit.code() + "-" + step.step().name().toLowerCase(java.util.Locale.ROOT)
                            + "@practice-audits"));
                    event.add(new Url(URI.create(portal + "/practice-audits/" + audit.code())));
                    calendar.add(event);
                }
            }
        }
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
