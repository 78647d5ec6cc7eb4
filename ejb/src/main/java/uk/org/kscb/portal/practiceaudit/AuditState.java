package uk.org.kscb.portal.practiceaudit;

import java.util.Set;

/** Where an audit stands, in the order of its life; paused and cancelled stand aside. */
public enum AuditState {
    SCOPED("Scoped"),
    PILOTING("Piloting the tool"),
    SAMPLED("Sample drawn"),
    NOTIFIED("Agencies notified"),
    COLLECTING("Collecting returns"),
    RETURNED("Returns in"),
    MODERATING("Moderating"),
    ACCURACY("Accuracy check"),
    REPORTING("Reporting"),
    APPROVED("Report approved"),
    ACTING("Agencies acting"),
    REAUDITING("Re-auditing"),
    CLOSED("Closed"),
    PAUSED("Paused"),
    CANCELLED("Cancelled");

    private static final Set<AuditState> ENDED = Set.of(CLOSED, CANCELLED);
    private final String words;

    AuditState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Nothing more happens to it. */
    public boolean ended() {
        return ENDED.contains(this);
    }

    /** Whether the audit has come as far as the other state; not said of paused and cancelled audits. */
    public boolean atLeast(AuditState other) {
        return compareTo(other) >= 0 && compareTo(CLOSED) <= 0;
    }
}
