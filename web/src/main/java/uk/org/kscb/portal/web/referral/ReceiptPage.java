package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.referral.ToldHow;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One receipt: its clocks, what was recorded, and what the desk or the referrer may add. */
@Named
@RequestScoped
public class ReceiptPage {
    @EJB
    private ReferralService referrals;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    private @Nullable ReceiptView receipt;
    private @Nullable String at;

    public ReceiptView getReceipt() {
        if (receipt == null) {
            receipt = referrals.receipt(reference());
        }
        return receipt;
    }

    public List<ClockLine> getClocks() {
        return getReceipt().clocks().stream().map(ClockLine::of).toList();
    }

    /** What the desk may record; radios are plain inputs. */
    public record Choice(String value, String words, boolean chosen) {}

    public List<Choice> getChoices() {
        String sent = Sent.orNull("step");
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(
                "ACKNOWLEDGED",
                getReceipt().acknowledged() == null
                        ? "Acknowledged to the referrer"
                        : "Acknowledged to the referrer: time corrected",
                sent));
        if (getReceipt().decided() != null) {
            for (ToldHow how : ToldHow.values()) {
                choices.add(choice(
                        how.name(),
                        "Referrer told the outcome: "
                                + how.words().substring(0, 1).toLowerCase(java.util.Locale.UK)
                                + how.words().substring(1),
                        sent));
            }
        }
        String lead = getReceipt().decided() == null ? "Decided: " : "Decision corrected: ";
        for (Decision decision : Decision.values()) {
            choices.add(choice(decision.name(), lead + decision.words(), sent));
        }
        return choices;
    }

    private static Choice choice(String value, String words, @Nullable String sent) {
        return new Choice(value, words, value.equals(sent));
    }

    public void record() {
        String step = Sent.text("step");
        Instant when = when();
        if (step.isEmpty()) {
            Doors.say("step", "Choose what happened.");
        }
        if (when == null) {
            Doors.say("at", "Give the day and time when it happened, for example 16 Jun 2011, 09:30.");
        }
        if (!step.isEmpty() && when != null && Doors.passed(() -> record(step, when))) {
            notices.done("Recorded", "The referrer sees it on their receipt.");
            Doors.goTo("/referrals/" + Words.url(reference()));
        }
    }

    private void record(String step, Instant when) {
        if (step.equals("ACKNOWLEDGED")) {
            referrals.acknowledge(reference(), when);
        } else if (List.of("WRITING", "VOICE").contains(step)) {
            referrals.tell(reference(), ToldHow.valueOf(step), when);
        } else {
            referrals.decide(reference(), decision(step), when);
        }
    }

    private static Decision decision(String step) {
        for (Decision decision : Decision.values()) {
            if (decision.name().equals(step)) {
                return decision;
            }
        }
        throw new uk.org.kscb.portal.platform.Refusal("step", "Choose what happened.");
    }

    public void sayNeverTold() {
        if (Doors.passed(() -> referrals.sayNeverTold(reference()))) {
            notices.done("Recorded", "The front door and the KSCB manager see that you were never told.");
            Doors.goTo("/referrals/" + Words.url(reference()));
        }
    }

    /**
     * Browsers send 2011-06-16T09:30; people without one may type it with a blank. Within the minute of the receipt it
     * is the moment of the receipt: nobody types seconds.
     */
    private @Nullable Instant when() {
        try {
            Instant typed = LocalDateTime.parse(
                            Objects.requireNonNullElse(at, "").strip().replace(' ', 'T'))
                    .atZone(PortalClock.LONDON)
                    .toInstant();
            Instant received = getReceipt().received();
            return typed.equals(received.truncatedTo(java.time.temporal.ChronoUnit.MINUTES)) ? received : typed;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    public String getNow() {
        return LocalDateTime.ofInstant(clock.now(), PortalClock.LONDON)
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString();
    }

    private static String reference() {
        return Sent.text("receipt");
    }

    public String getAt() {
        return at == null ? getNow() : at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }
}
