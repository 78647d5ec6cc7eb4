package uk.org.kscb.portal.platform.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        String what = what(door, call);
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

    private static String what(Door door, InvocationContext call) {
        if (door.trail().isEmpty()) {
            return "read." + door.value().name().toLowerCase(java.util.Locale.ROOT);
        }
        boolean within =
                Stream.of(arguments(call)).anyMatch(p -> p instanceof TrailObject.Named named && named.withinAgency());
        return within ? door.trail() + Trail.WITHIN_AGENCY : door.trail();
    }

    /** The container gives none at all to a method without parameters. */
    private static Object[] arguments(InvocationContext call) {
        return Objects.requireNonNullElse(call.getParameters(), new Object[0]);
    }

    private static String subject(InvocationContext call) {
        Object[] arguments = arguments(call);
        Parameter[] parameters = call.getMethod().getParameters();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(TrailObject.class)) {
                parts.add(String.valueOf(arguments[i]));
            } else if (arguments[i] instanceof TrailObject.Named named) {
                parts.add(named.trailObject());
            }
        }
        return String.join(" ", parts);
    }
}
