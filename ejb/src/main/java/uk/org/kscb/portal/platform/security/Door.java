package uk.org.kscb.portal.platform.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A front door: who may come in, and what the trail says of it. Every public method of a front-door service carries
 * one; a method without fails the build.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Door {

    @Nonbinding
    Permission value() default Permission.MANAGE_OWN_ACCOUNT;

    /** What the trail writes: {@code plan.import.confirm}. Empty for plain reading of shared material. */
    @Nonbinding
    String trail() default "";
}
