package uk.org.kscb.portal.ear.support;

/** Something that the person at the keyboard can put right. Its message is the one line that they are shown. */
final class LaunchProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaunchProblem(String message) {
        super(message);
    }

    LaunchProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
