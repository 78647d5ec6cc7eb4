package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.PlanLine;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ProgrammeService;
import uk.org.kscb.portal.practiceaudit.ProgrammeTopic;
import uk.org.kscb.portal.practiceaudit.Recurrence;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** A new line of a year's programme. */
@Named
@RequestScoped
public class LineForm {
    @EJB
    private ProgrammeService service;

    @EJB
    private PracticeAuditService audits;

    @Inject
    private ProgrammePage page;

    @Inject
    private Notices notices;

    private @Nullable String theme;
    private @Nullable String why;
    private @Nullable String kind;
    private @Nullable String lead;
    private @Nullable Integer quarterFrom;
    private @Nullable Integer quarterUntil;
    private @Nullable Integer sample;
    private @Nullable Integer hours;
    private @Nullable String tests;
    private @Nullable String recurrence;
    private @Nullable String reason;

    public void plan() {
        if (Doors.passed(() -> service.plan(line()))) {
            notices.done(
                    "Planned",
                    page.isApproved() ? "It waits for the independent chair’s word." : "It stands in the programme.");
            Doors.goTo("/practice-audits/programme?year=" + page.getYear());
        }
    }

    @SuppressWarnings("NullAway") // what is missing is answered by the record's own validation
    private PlanLine line() {
        return new PlanLine(
                page.getYear(),
                text(theme),
                text(why),
                Stream.of(AuditKind.values())
                        .filter(k -> k.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                text(lead),
                Sent.ticked("agencies"),
                quarterFrom,
                quarterUntil == null ? quarterFrom : quarterUntil,
                sample,
                hours,
                text(tests),
                Sent.ticked("topics").stream().map(ProgrammeTopic::valueOf).collect(Collectors.toSet()),
                Stream.of(Recurrence.values())
                        .filter(r -> r.name().equals(recurrence))
                        .findFirst()
                        .orElse(Recurrence.ONCE),
                text(reason));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    public List<Tick> getAgencies() {
        Set<String> on = Sent.ticked("agencies");
        return audits.askable().stream()
                .filter((AgencyName a) -> !a.code().equals("DFE"))
                .map(a -> new Tick(a.code(), a.name(), on.contains(a.code())))
                .toList();
    }

    public List<Tick> getTopics() {
        Set<String> on = Sent.ticked("topics");
        return Stream.of(ProgrammeTopic.values())
                .map(t -> new Tick(t.name(), t.words(), on.contains(t.name())))
                .toList();
    }

    public AuditKind[] getKinds() {
        return AuditKind.values();
    }

    public Recurrence[] getRecurrences() {
        return Recurrence.values();
    }

    public @Nullable String getTheme() {
        return theme;
    }

    public void setTheme(@Nullable String theme) {
        this.theme = theme;
    }

    public @Nullable String getWhy() {
        return why;
    }

    public void setWhy(@Nullable String why) {
        this.why = why;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getLead() {
        return lead;
    }

    public void setLead(@Nullable String lead) {
        this.lead = lead;
    }

    public @Nullable Integer getQuarterFrom() {
        return quarterFrom;
    }

    public void setQuarterFrom(@Nullable Integer quarterFrom) {
        this.quarterFrom = quarterFrom;
    }

    public @Nullable Integer getQuarterUntil() {
        return quarterUntil;
    }

    public void setQuarterUntil(@Nullable Integer quarterUntil) {
        this.quarterUntil = quarterUntil;
    }

    public @Nullable Integer getSample() {
        return sample;
    }

    public void setSample(@Nullable Integer sample) {
        this.sample = sample;
    }

    public @Nullable Integer getHours() {
        return hours;
    }

    public void setHours(@Nullable Integer hours) {
        this.hours = hours;
    }

    public @Nullable String getTests() {
        return tests;
    }

    public void setTests(@Nullable String tests) {
        this.tests = tests;
    }

    public @Nullable String getRecurrence() {
        return recurrence;
    }

    public void setRecurrence(@Nullable String recurrence) {
        this.recurrence = recurrence;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
