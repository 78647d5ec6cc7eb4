package uk.org.kscb.portal.web.shell;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.primefaces.context.PrimeFacesContext;

/** Spares pages without PrimeFaces its nonce, which it would keep in the session for each view. */
public class UnscriptedPages implements PhaseListener {
    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        if (event.getFacesContext().getExternalContext().getRequestMap().get(HeadersFilter.SCRIPTED) == null) {
            PrimeFacesContext.getCspState(event.getFacesContext()).setInitialized(true);
        }
    }
}
