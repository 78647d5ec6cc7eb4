package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.AuditFindings;
import uk.org.kscb.portal.practiceaudit.FindingPriority;
import uk.org.kscb.portal.practiceaudit.FindingService;
import uk.org.kscb.portal.practiceaudit.Recommend;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.practiceaudit.RecordFinding;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** What an audit found and recommends; whoever runs audits adds to both. */
@Named
@RequestScoped
public class FindingsPage {
    @EJB
    private RecommendationService recommendations;

    @EJB
    private FindingService findings;

    @Inject
    private Notices notices;

    private @Nullable AuditFindings view;
    private @Nullable String text;
    private @Nullable String questionRef;
    private @Nullable String numerator;
    private @Nullable String denominator;
    private @Nullable String caseCodes;
    private @Nullable String finding;
    private @Nullable String change;
    private @Nullable String agency;
    private @Nullable String priority;
    private @Nullable String due;

    public AuditFindings getView() {
        if (view == null) {
            view = recommendations.findings(getCode());
        }
        return view;
    }

    public String getCode() {
        return Sent.text("code");
    }

    public String getHref() {
        return "/practice-audits/" + Words.url(getCode()) + "/findings";
    }

    public FindingPriority[] getPriorities() {
        return FindingPriority.values();
    }

    public void find() {
        if (Doors.passed(() -> findings.record(new RecordFinding(
                getCode(),
                Objects.requireNonNullElse(text, ""),
                questionRef,
                number("numerator", numerator),
                number("denominator", denominator),
                caseCodes,
                Sent.ticked("cleared"))))) {
            notices.done("Finding recorded", "Recommend what should change because of it.");
            Doors.goTo(getHref());
        }
    }

    private static @Nullable Integer number(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{1,6}")) {
            throw new Refusal(field, "Give a whole number.");
        }
        return Integer.valueOf(typed.strip());
    }

    public void recommend() {
        if (Doors.passed(() -> findings.recommend(says()))) {
            notices.done("Recommendation made", "It waits for a board’s decision; the agency sees it after that.");
            Doors.goTo(getHref());
        }
    }

    @SuppressWarnings("NullAway") // what was not chosen is answered by the record's own validation
    private Recommend says() {
        LocalDate day = Asked.day("due", due);
        return new Recommend(
                getCode(),
                Objects.requireNonNullElse(finding, ""),
                Objects.requireNonNullElse(change, ""),
                Objects.requireNonNullElse(agency, ""),
                Asked.constant(FindingPriority.class, priority).orElse(null),
                day,
                Sent.ticked("cleared"));
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getQuestionRef() {
        return questionRef;
    }

    public void setQuestionRef(@Nullable String questionRef) {
        this.questionRef = questionRef;
    }

    public @Nullable String getNumerator() {
        return numerator;
    }

    public void setNumerator(@Nullable String numerator) {
        this.numerator = numerator;
    }

    public @Nullable String getDenominator() {
        return denominator;
    }

    public void setDenominator(@Nullable String denominator) {
        this.denominator = denominator;
    }

    public @Nullable String getCaseCodes() {
        return caseCodes;
    }

    public void setCaseCodes(@Nullable String caseCodes) {
        this.caseCodes = caseCodes;
    }

    public @Nullable String getFinding() {
        return finding;
    }

    public void setFinding(@Nullable String finding) {
        this.finding = finding;
    }

    public @Nullable String getChange() {
        return change;
    }

    public void setChange(@Nullable String change) {
        this.change = change;
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public @Nullable String getPriority() {
        return priority;
    }

    public void setPriority(@Nullable String priority) {
        this.priority = priority;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }
}
