package uk.org.kscb.portal.practiceaudit;

/**
 * The steps of an audit with their usual day, in working days from the scope's approval, or from the report's where
 * that is said. Each may be changed in one audit with a reason. Source: brief, 4.5; "next meetings" is taken as 60 days, "each quarter" as
 * 65, "6 to 12 months" as 130.
 */
public enum AuditStep {
    SCOPE("Scope approved", CountsFrom.SCOPE, 0),
    PILOT("Tool piloted on two cases", CountsFrom.SCOPE, 5),
    SAMPLE("Sample and reserves drawn", CountsFrom.SCOPE, 8),
    NOTIFY("Agencies notified", CountsFrom.SCOPE, 10),
    COLLECT("Returns due", CountsFrom.SCOPE, 25),
    SIGN_OFF("Agencies’ sign-off", CountsFrom.SCOPE, 27),
    MODERATE("Moderation", CountsFrom.SCOPE, 35),
    ACCURACY("Factual accuracy check", CountsFrom.SCOPE, 40),
    REPORT("Report and recommendations", CountsFrom.SCOPE, 50),
    APPROVE("Report approved", CountsFrom.SCOPE, 60),
    ACT("Agencies’ action plans", CountsFrom.APPROVAL, 15),
    BRIEF("Learning brief to staff", CountsFrom.APPROVAL, 20),
    CHECK("Quarterly check of actions", CountsFrom.APPROVAL, 65),
    REAUDIT("Re-audit or review of impact", CountsFrom.APPROVAL, 130);

    /** What the working days of a step are counted from; that day is day 0. */
    public enum CountsFrom {
        SCOPE("scope’s approval"),
        APPROVAL("report’s approval");

        private final String words;

        CountsFrom(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String words;
    private final CountsFrom countsFrom;
    private final int usualOffset;

    AuditStep(String words, CountsFrom countsFrom, int usualOffset) {
        this.words = words;
        this.countsFrom = countsFrom;
        this.usualOffset = usualOffset;
    }

    public String words() {
        return words;
    }

    public CountsFrom countsFrom() {
        return countsFrom;
    }

    /** Working days. */
    public int usualOffset() {
        return usualOffset;
    }
}
