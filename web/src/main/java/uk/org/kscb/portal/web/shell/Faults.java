package uk.org.kscb.portal.web.shell;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;

/** Hands every exception of a Faces page on to {@link FaultFilter}, from partial requests too. */
public class Faults extends ExceptionHandlerFactory {

    public Faults(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new ExceptionHandlerWrapper(getWrapped().getExceptionHandler()) {
            @Override
            public void handle() {
                Iterator<ExceptionQueuedEvent> queued =
                        getUnhandledExceptionQueuedEvents().iterator();
                if (queued.hasNext()) {
                    Throwable fault = queued.next().getContext().getException();
                    queued.remove();
                    throw fault instanceof FacesException faces ? faces : new FacesException(fault);
                }
            }
        };
    }
}
