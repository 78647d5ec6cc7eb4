package uk.org.kscb.portal.web.shell;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.primefaces.context.PrimeFacesContext;

/** Forms send back to the address that the person sees, not to the view behind it. */
public class SeenAddress extends ViewHandlerWrapper {

    public SeenAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Object seen = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (seen == null
                || faces.getViewRoot() == null
                || !viewId.equals(faces.getViewRoot().getViewId())) {
            return super.getActionURL(faces, viewId);
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? (String) seen : seen + "?" + query;
    }

    /**
     * PrimeFaces wants its nonce back with each form, and adds it by script; without script the form would be refused.
     */
    @Override
    public void writeState(FacesContext faces) throws IOException {
        super.writeState(faces);
        if (faces.getExternalContext().getRequestMap().get(HeadersFilter.SCRIPTED) != null
                && !faces.getPartialViewContext().isAjaxRequest()) {
            ResponseWriter out = faces.getResponseWriter();
            out.startElement("input", null);
            out.writeAttribute("type", "hidden", null);
            out.writeAttribute("name", "primefaces.nonce", null);
            out.writeAttribute("value", PrimeFacesContext.getCspState(faces).getNonce(), null);
            out.endElement("input");
        }
    }
}
