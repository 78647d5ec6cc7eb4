package uk.org.kscb.portal.practiceaudit;

/** An agency as pages name it. @param own it is the viewer's */
public record AgencyName(String code, String shortName, String name, boolean own) {

    /** {@code k:agency} asks; no agency leads an audit. */
    public boolean lead() {
        return false;
    }
}
