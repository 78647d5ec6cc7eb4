package uk.org.kscb.portal.web.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Entity tags that are versions: what a change is based on. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,9})\"?\\s*");

    private Versions() {}

    /** @return 0 for "none yet", which is sent as the tag "0"; a missing or other tag is an error of the body's */
    static long read(@Nullable String ifMatch, JsonBody json) {
        Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch);
        if (!tag.matches()) {
            json.wrong("If-Match", "Send the version that your change is based on, \"0\" where there is none yet.");
            return 0;
        }
        return Long.parseLong(tag.group(1));
    }

    static ProblemException meanwhile(String rule, String detail) {
        return new ProblemException(Problem.of(412, rule, detail));
    }
}
