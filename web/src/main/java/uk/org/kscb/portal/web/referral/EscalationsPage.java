package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.partnership.AgencyView;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.EscalationOutcome;
import uk.org.kscb.portal.referral.EscalationService;
import uk.org.kscb.portal.referral.EscalationService.BeginEscalation;
import uk.org.kscb.portal.referral.EscalationTheme;
import uk.org.kscb.portal.referral.EscalationView;
import uk.org.kscb.portal.referral.EscalationView.Rung;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** The log of disagreements: beginning one, moving it up the ladder, ending it. */
@Named
@RequestScoped
public class EscalationsPage {
    @EJB
    private EscalationService service;

    @EJB
    private PeopleService people;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    private @Nullable List<EscalationView> list;
    private @Nullable String other;
    private @Nullable EscalationTheme theme;
    private @Nullable String on;

    public List<EscalationView> getList() {
        if (list == null) {
            list = service.list();
        }
        return list;
    }

    public boolean isMayRecord() {
        return CurrentViewer.require().may(Permission.RECORD_ESCALATIONS);
    }

    public List<Rung> getLadder() {
        return service.ladder();
    }

    public List<AgencyView> getAgencies() {
        return people.agencies();
    }

    public EscalationTheme[] getThemes() {
        return EscalationTheme.values();
    }

    /** What may happen next to a disagreement. */
    public record Choice(String value, String words) {}

    public List<Choice> getChoices() {
        List<Choice> choices = new ArrayList<>();
        for (Rung rung : getLadder()) {
            if (rung.stage() > 1) {
                choices.add(new Choice("stage-" + rung.stage(), "Stage " + rung.stage() + ": " + rung.who()));
            }
        }
        for (EscalationOutcome outcome : EscalationOutcome.values()) {
            choices.add(new Choice(outcome.name(), "Ended: " + outcome.words()));
        }
        return choices;
    }

    @SuppressWarnings("NullAway") // what was not chosen is answered by the record's own validation
    public void begin() {
        if (Doors.passed(() -> service.begin(new BeginEscalation(
                Objects.requireNonNullElse(other, ""), theme, day(Objects.requireNonNullElse(on, "")))))) {
            notices.done("Recorded", "Both agencies and the KSCB manager see it.");
            Doors.goTo("/escalations");
        }
    }

    public void move() {
        String reference = Sent.text("escalation");
        String step = Sent.text("step");
        LocalDate when = day(Sent.text("moved"));
        if (when == null || step.isEmpty()) {
            Doors.say("", "Choose what happened, and on which day.");
        } else if (Doors.passed(() -> move(reference, step, when))) {
            notices.done("Recorded", "The log keeps every stage.");
            Doors.goTo("/escalations");
        }
    }

    private void move(String reference, String step, LocalDate when) {
        if (step.matches("stage-[2-5]")) {
            service.climb(reference, Integer.parseInt(step.substring(6)), when);
            return;
        }
        for (EscalationOutcome outcome : EscalationOutcome.values()) {
            if (outcome.name().equals(step)) {
                service.end(reference, outcome, when);
                return;
            }
        }
        throw new uk.org.kscb.portal.platform.Refusal("Choose what happened.");
    }

    public String getToday() {
        return clock.today().toString();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public @Nullable String getOther() {
        return other;
    }

    public void setOther(@Nullable String other) {
        this.other = other;
    }

    public @Nullable EscalationTheme getTheme() {
        return theme;
    }

    public void setTheme(@Nullable EscalationTheme theme) {
        this.theme = theme;
    }

    public @Nullable String getOn() {
        return on;
    }

    public void setOn(@Nullable String on) {
        this.on = on;
    }
}
