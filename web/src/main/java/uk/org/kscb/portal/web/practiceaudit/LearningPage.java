package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.ReleasedReport;
import uk.org.kscb.portal.practiceaudit.ReportService;

/** What audits taught us: every released report and its learning brief. */
@Named
@RequestScoped
public class LearningPage {
    @EJB
    private ReportService service;

    private @Nullable List<ReleasedReport> reports;

    public List<ReleasedReport> getReports() {
        if (reports == null) {
            reports = service.released();
        }
        return reports;
    }

    /** Practitioners and observers read the brief alone. */
    public boolean isBriefOnly() {
        return CurrentViewer.require().reach(Permission.READ_AUDIT_REPORT) == Reach.HEAD;
    }
}
