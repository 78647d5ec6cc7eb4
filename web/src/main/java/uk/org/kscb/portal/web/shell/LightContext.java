package uk.org.kscb.portal.web.shell;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextFactory;
import jakarta.faces.lifecycle.Lifecycle;
import jakarta.servlet.ServletRequest;

/**
 * Leaves PrimeFaces out of pages that do not use it. Its context rewrites every attribute of every element in search of
 * scripts, a tenth of what a long list costs; pages without its components have none to find.
 */
public class LightContext extends FacesContextFactory {

    public LightContext(FacesContextFactory wrapped) {
        super(wrapped);
    }

    @Override
    public FacesContext getFacesContext(Object context, Object request, Object response, Lifecycle lifecycle) {
        boolean scripted =
                request instanceof ServletRequest asked && asked.getAttribute(HeadersFilter.SCRIPTED) != null;
        FacesContextFactory plain = getWrapped().getWrapped();
        return (scripted || plain == null ? getWrapped() : plain)
                .getFacesContext(context, request, response, lifecycle);
    }
}
