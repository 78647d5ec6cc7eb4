package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AuditConcern;
import uk.org.kscb.portal.practiceaudit.AuditRow;
import uk.org.kscb.portal.practiceaudit.NonReturn;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.WaitingReport;
import uk.org.kscb.portal.web.shell.Words;

/** The audits that the viewer may see; what they ask of the own agency first. */
@Named
@RequestScoped
public class AuditsPage {
    @EJB
    private PracticeAuditService service;

    @EJB
    private ReportService reports;

    @Inject
    private PortalClock clock;

    private @Nullable List<AuditRow> audits;
    private @Nullable List<AuditConcern> concerns;
    private @Nullable List<NonReturn> nonReturns;
    private @Nullable List<WaitingReport> waitingReports;

    public List<AuditRow> getAudits() {
        if (audits == null) {
            audits = service.list();
        }
        return audits;
    }

    public List<AuditRow> getAsked() {
        return getAudits().stream().filter(AuditRow::asked).toList();
    }

    /** For the home page: whether something is asked of the own agency. */
    public boolean isNotice() {
        return isOwn() && !getAsked().isEmpty();
    }

    public List<AuditRow> getGoing() {
        return getAudits().stream().filter(a -> !a.state().ended()).toList();
    }

    public List<AuditRow> getEnded() {
        return getAudits().stream().filter(a -> a.state().ended()).toList();
    }

    /** An agency's own page leads with what is asked of it; the others with how audits stand. */
    public boolean isOwn() {
        return CurrentViewer.require().reach(Permission.READ_PROGRAMME) == Reach.OWN;
    }

    /** Dates, agencies and returns are more than a headline. */
    public boolean isHeadline() {
        return CurrentViewer.require().reach(Permission.READ_PROGRAMME) == Reach.HEAD;
    }

    /** For the lead: what auditors found while reading. */
    public List<AuditConcern> getConcerns() {
        if (concerns == null) {
            concerns = isMayRun() ? service.concerns() : List.of();
        }
        return concerns;
    }

    /** For members of boards: reports that wait for their approval. */
    public List<WaitingReport> getReports() {
        if (waitingReports == null) {
            waitingReports =
                    CurrentViewer.require().may(Permission.APPROVE_AUDIT_REPORT) ? reports.waiting() : List.of();
        }
        return waitingReports;
    }

    /** For the independent chair: returns that did not come. */
    public List<NonReturn> getNonReturns() {
        if (nonReturns == null) {
            nonReturns = CurrentViewer.require().may(Permission.RESOLVE_NON_RETURNS) ? service.nonReturns() : List.of();
        }
        return nonReturns;
    }

    /** "KSCB chased us on 15 June 2011.", and whatever else reached us. */
    public String nudged(AuditRow audit) {
        AuditRow.Nudged nudged = Objects.requireNonNull(audit.ours()).nudged();
        return said(" The portal reminded us on ", nudged.reminded())
                + said(" KSCB chased us on ", nudged.chased())
                + said(" With the independent chair since ", nudged.escalated());
    }

    private static String said(String words, @Nullable LocalDate day) {
        return day == null ? "" : words + Words.day(day) + ".";
    }

    public boolean isMayRun() {
        return CurrentViewer.require().may(Permission.RUN_AUDITS);
    }

    public Viewer getViewer() {
        return CurrentViewer.require();
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public String getLead() {
        if (isOwn()) {
            return getAsked().isEmpty()
                    ? "No audit waits for an answer of ours."
                    : Words.capital(Words.inWords(getAsked().size(), "audit"))
                            + (getAsked().size() == 1 ? " waits" : " wait") + " for our answers.";
        }
        return Words.capital(Words.inWords(getGoing().size(), "audit"))
                + (getGoing().size() == 1 ? " is" : " are") + " under way.";
    }

    /** "5 working days left", "today is the last day", "2 working days late". */
    public String left(AuditRow audit) {
        Integer days = audit.daysLeft();
        if (days == null) {
            return "";
        }
        return days == 0
                ? "Today is the last day"
                : days > 0 ? Words.count(days, "working day") + " left" : Words.count(-days, "working day") + " late";
    }
}
