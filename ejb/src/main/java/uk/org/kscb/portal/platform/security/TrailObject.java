package uk.org.kscb.portal.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameter of a front-door method that names what it is about; free text never is, so that none reaches the trail. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface TrailObject {

    /** A command that names what it is about. */
    interface Named {
        String trailObject();

        /** Whether nobody outside the agency may learn that it happened. */
        default boolean withinAgency() {
            return false;
        }
    }
}
