package uk.org.kscb.portal.platform.privacy;

/** Whether an inquiry has asked that nothing be destroyed. Whoever destroys by its age asks first, in whatever room. */
public interface KeepEverything {

    /** One query. */
    boolean inForce();
}
