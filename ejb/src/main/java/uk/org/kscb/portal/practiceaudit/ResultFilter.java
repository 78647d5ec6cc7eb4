package uk.org.kscb.portal.practiceaudit;

/** Which part of an audit's figures is asked for: one agency's, one district's; empty for the whole county. */
public record ResultFilter(String agency, String district) {
    public static final ResultFilter NONE = new ResultFilter("", "");

    public boolean narrowed() {
        return !agency.isEmpty() || !district.isEmpty();
    }
}
