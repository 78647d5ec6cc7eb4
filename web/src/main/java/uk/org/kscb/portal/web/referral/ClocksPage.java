package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.Clock;
import uk.org.kscb.portal.referral.ClockRule;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** Which clock runs how long, from which day: the board's settings. */
@Named
@RequestScoped
public class ClocksPage {
    @EJB
    private ReferralService referrals;

    @Inject
    private Notices notices;

    private @Nullable Clock which;
    private @Nullable String amount;
    private @Nullable String regime;
    private @Nullable String from;

    public List<ClockRule> getRules() {
        return referrals.rules();
    }

    public Clock[] getClocks() {
        return Clock.values();
    }

    public void set() {
        Clock chosen = which;
        LocalDate day = day();
        String number = Objects.requireNonNullElse(amount, "").strip();
        if (chosen == null) {
            Doors.say("which", "Choose the clock.");
        } else if (day == null) {
            Doors.say("from", "Say from which day, for example 2011-09-01.");
        } else if (Doors.passed(() -> referrals.setRule(
                chosen,
                number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0,
                Objects.requireNonNullElse(regime, ""),
                day))) {
            notices.done("Set", "Receipts from that day on are counted by it; earlier ones keep their rule.");
            Doors.goTo("/referrals/clocks");
        }
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(from, "").strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public @Nullable Clock getWhich() {
        return which;
    }

    public void setWhich(@Nullable Clock which) {
        this.which = which;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount;
    }

    public @Nullable String getRegime() {
        return regime;
    }

    public void setRegime(@Nullable String regime) {
        this.regime = regime;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
