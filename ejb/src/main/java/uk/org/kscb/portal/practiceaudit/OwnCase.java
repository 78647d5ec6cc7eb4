package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AnswerRules.ReturnIsClosed;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ReturnCase;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.CaseRow;

/** The viewer's own agency's return to an audit, and the cases in it that are the viewer's. */
@ApplicationScoped
class OwnCase {

    @Inject
    private AuditStore audits;

    @Inject
    private ReturnStore store;

    @Inject
    private ReturnAssembly assembly;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    Opened open(String audit) {
        Viewer viewer = CurrentViewer.require();
        PracticeAudit found = audits.require(audit, AuditScope.of(viewer, Permission.ANSWER_RETURN));
        ReturnScope scope = ReturnScope.own(viewer);
        return assembly.open(found, store.require(found, viewer.agencyId(), scope), scope);
    }

    /** @throws NotVisible when the agency has no such case, or it is somebody else's */
    ReturnCase mine(String audit, String code, AgencyPart part) {
        Opened opened = open(audit);
        CaseRow row = ReturnAssembly.require(store.cases(opened.made(), opened.scope()), code, part);
        return store.requireCase(row.id());
    }

    /** The same, while answers are taken. */
    ReturnCase toAnswer(String audit, String code, AgencyPart part) {
        Opened opened = open(audit);
        opened.closed(clock.now()).ifPresent(why -> {
            throw new ReturnIsClosed(why);
        });
        CaseRow row = ReturnAssembly.require(store.cases(opened.made(), opened.scope()), code, part);
        return store.requireCase(row.id());
    }

    CaseView view(String audit, String code, @Nullable AgencyPart part) {
        return assembly.caseView(open(audit), code, part, CurrentViewer.require());
    }

    void declare(ReturnCase at) {
        long member = CurrentViewer.require().memberId();
        if (!store.declared(at.id(), member)) {
            store.declare(at.id(), member, clock.now());
        }
    }

    /** @throws Refusal while the viewer has not said that it is not their own work */
    void requireDeclared(ReturnCase at) {
        if (!store.declared(at.id(), CurrentViewer.require().memberId())) {
            throw new AnswerRules.DeclareFirst();
        }
    }

    /** The audit's lead finds it in what happened to the audit. */
    void tellLead(String audit, String what) {
        Viewer viewer = CurrentViewer.require();
        Opened opened = open(audit);
        Happening when = new Happening(clock.today(), clock.now(), viewer.userName(), holidays.workingDays());
        audits.add(opened.audit().concernFound(what, viewer.agencyId(), when));
    }
}
