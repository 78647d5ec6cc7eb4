package uk.org.kscb.portal.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.apache.shiro.SecurityUtils;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.trail.Trail;

/**
 * Stands at every front door: lets in who may, and tells the trail who did what. A refusal is recorded in its own
 * transaction, so that it stays when everything else is rolled back; a success in the caller's, so that the trail never
 * tells of something that did not happen.
 */
@Door
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class DoorKeeper {

    @Inject
    private Trail trail;

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        Door door = call.getMethod().getAnnotation(Door.class);
        if (door == null) {
            throw new IllegalStateException(call.getMethod() + " is a door that says nobody who may come in");
        }
        Viewer viewer = CurrentViewer.require();
        String what = door.trail().isEmpty()
                ? "read." + door.value().name().toLowerCase(java.util.Locale.ROOT)
                : door.trail();
        if (!SecurityUtils.getSubject().isPermitted(door.value().name())) {
            trail.refused(viewer, what, subject(call));
            throw new NotPermitted("Your role does not allow this.");
        }
        try {
            Object result = call.proceed();
            if (!door.trail().isEmpty()) {
                trail.done(viewer, what, subject(call));
            }
            return result;
        } catch (NotVisible | NotPermitted | Refusal refusal) {
            trail.refused(viewer, what, subject(call));
            throw refusal;
        }
    }

    private static String subject(InvocationContext call) {
        Parameter[] parameters = call.getMethod().getParameters();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(TrailObject.class)) {
                parts.add(String.valueOf(call.getParameters()[i]));
            } else if (call.getParameters()[i] instanceof TrailObject.Named named) {
                parts.add(named.trailObject());
            }
        }
        return String.join(" ", parts);
    }
}
