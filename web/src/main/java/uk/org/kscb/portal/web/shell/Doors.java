package uk.org.kscb.portal.web.shell;

import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.WatchedWords.MendOrClear;

/** For page beans: knocks at a front door, and says at the form why it stayed shut. */
public final class Doors {
    static final String HELD = Doors.class.getName() + ".held";

    private Doors() {}

    /**
     * A change: one call of a front door. An input has the name of the record's part that it fills, in a form with
     * {@code prependId="false"}; so each message finds its field.
     *
     * @return whether it was done; if not, the messages are at the form
     */
    public static boolean passed(Runnable change) {
        try {
            change.run();
            return true;
        } catch (Refusal | EJBException | ConstraintViolationException e) {
            switch (cause(e)) {
                case MendOrClear held -> {
                    FacesContext.getCurrentInstance()
                            .getExternalContext()
                            .getRequestMap()
                            .put(HELD, held.held());
                    say(held.field(), String.valueOf(held.getMessage()));
                }
                case Refusal refusal -> say(refusal.field(), String.valueOf(refusal.getMessage()));
                case ConstraintViolationException invalid ->
                    firstOfEachField(invalid).forEach(v -> say(field(v), v.getMessage()));
                default -> throw e;
            }
            return false;
        }
    }

    /** Puts a message at a field, or at the form as a whole when the field is empty. */
    public static void say(String field, String message) {
        FacesContext.getCurrentInstance()
                .addMessage(
                        field.isEmpty() ? null : field,
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
    }

    /** After a change: shows another page, so that reloading does not send the form again. */
    public static void goTo(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    private static Throwable cause(RuntimeException e) {
        @Nullable Throwable now = e;
        while (now instanceof EJBException && now.getCause() != null && now.getCause() != now) {
            now = now.getCause();
        }
        return now;
    }

    /** In the order of the record's parts; of an empty field only that it is empty. */
    private static Collection<ConstraintViolation<?>> firstOfEachField(ConstraintViolationException invalid) {
        Map<String, ConstraintViolation<?>> first = new LinkedHashMap<>();
        invalid.getConstraintViolations().stream()
                .sorted(Comparator.<ConstraintViolation<?>>comparingInt(Doors::place)
                        .thenComparing(v -> !v.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()
                                .startsWith("Not"))
                        .thenComparing(ConstraintViolation::getMessage))
                .forEach(v -> first.putIfAbsent(field(v), v));
        return first.values();
    }

    private static int place(ConstraintViolation<?> violation) {
        RecordComponent[] parts = violation.getLeafBean() == null
                ? null
                : violation.getLeafBean().getClass().getRecordComponents();
        if (parts != null) {
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].getName().equals(field(violation))) {
                    return i;
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The last part of {@code report.update.done}. */
    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.getName() == null ? last : node.getName();
        }
        return last;
    }
}
