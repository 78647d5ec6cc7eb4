package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.ConsultationService;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** The steps of an edition on its way; each is one small form of its page. */
@Named
@RequestScoped
public class DraftSteps {
    @EJB
    private DraftService drafts;

    @EJB
    private ConsultationService consultation;

    @Inject
    private DraftPage page;

    @Inject
    private Notices notices;

    private @Nullable String until;
    private @Nullable String reason;
    private @Nullable String effectiveFrom;
    private @Nullable String reviewDue;
    private @Nullable String body;
    private @Nullable String decidedOn;
    private @Nullable String minute;
    private @Nullable String about;
    private @Nullable String words;

    public void consult() {
        step(
                () -> drafts.consult(page.getNumber(), Days.read("until", until)),
                "Agencies are asked",
                "Coordinators and contributors can comment until the last day.");
    }

    public void takeBack() {
        step(
                () -> drafts.takeBack(page.getNumber(), text(reason)),
                "It is a draft again",
                "What was approved was another wording; it no longer counts.");
    }

    public void compared() {
        EditionHead other = page.getOvertakenBy();
        if (other != null) {
            step(
                    () -> drafts.comparedWith(page.getNumber(), other.number()),
                    "Compared",
                    "This draft now stands on " + other.label() + ".");
        }
    }

    public void schedule() {
        step(
                () -> drafts.schedule(
                        page.getNumber(), Days.read("effectiveFrom", effectiveFrom), Days.read("reviewDue", reviewDue)),
                "The first day is set",
                "From that day it is the edition in force; the one before stays at its own address.");
    }

    public void approve() {
        step(
                () -> drafts.approve(
                        page.getNumber(),
                        Address.sentRevision(),
                        Stream.of(Body.values())
                                .filter(b -> b.name().equals(body))
                                .findFirst()
                                .orElseThrow(() -> new Refusal("body", "Choose the board that decided.")),
                        Days.read("decidedOn", decidedOn),
                        text(minute)),
                "Approval recorded",
                "It stands with its day and minute on the edition.");
    }

    public void comment() {
        step(
                () -> consultation.comment(page.getNumber(), text(about).strip(), text(words)),
                "Comment added",
                "Your agency and the KSCB manager see it; other agencies do not.");
    }

    private void step(Runnable change, String lead, String then) {
        if (Doors.passed(change)) {
            notices.done(lead, then);
            Doors.goTo("/guidance/drafts/" + page.getNumber());
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getEffectiveFrom() {
        return effectiveFrom;
    }

    public void setEffectiveFrom(@Nullable String effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
    }

    public @Nullable String getReviewDue() {
        return reviewDue;
    }

    public void setReviewDue(@Nullable String reviewDue) {
        this.reviewDue = reviewDue;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(@Nullable String decidedOn) {
        this.decidedOn = decidedOn;
    }

    public @Nullable String getMinute() {
        return minute;
    }

    public void setMinute(@Nullable String minute) {
        this.minute = minute;
    }

    public @Nullable String getAbout() {
        return about;
    }

    public void setAbout(@Nullable String about) {
        this.about = about;
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }
}
