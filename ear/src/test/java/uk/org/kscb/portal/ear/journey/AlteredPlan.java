package uk.org.kscb.portal.ear.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The portal's own plan with one action worded anew: an import that changes exactly this one. */
final class AlteredPlan {
    static final String REF = "5.5.1";
    static final String BEFORE = "Complete a training needs analysis based on inspection findings";
    static final String AFTER = "Ask every team what training the inspection showed it to need";

    private AlteredPlan() {}

    static FilePayload file(Page page, String name) {
        String plan = page.request()
                .get("/api/v1/plan", RequestOptions.create().setHeader("Authorization", "Bearer sample-token-kscb"))
                .text();
        if (!plan.contains(BEFORE)) {
            throw new IllegalStateException("The plan no longer says: " + BEFORE);
        }
        byte[] altered = plan.replaceFirst(Pattern.quote(BEFORE), AFTER).getBytes(StandardCharsets.UTF_8);
        return new FilePayload(name, "application/json", altered);
    }

    /** A table whose headings nobody knows. */
    static FilePayload foreign(String name) {
        String csv = """
                Nr,Vorhaben,Bis,Wer
                9.2.1,Agree who answers at night,30 June 2011,Head of Service
                9.2.2,Publish the rota,ongoing,Head of Service
                """;
        return new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Another council's table: own headings, and a day that September does not have. */
    static FilePayload table(String name) {
        String csv = """
                Ref,Action,Lead,By when,Success measure
                9.1.1,Agree who answers at night,Head of Service,31 September 2011,Rota in use
                9.1.2,Publish the rota,Head of Service,ongoing,Seen by all teams
                """;
        return new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
