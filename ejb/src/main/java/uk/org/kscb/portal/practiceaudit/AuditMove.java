package uk.org.kscb.portal.practiceaudit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done to an audit as a whole, from which states, and what it needs to be told. */
public enum AuditMove {
    APPROVE_SCOPE("Record the scope’s approval", Note.MINUTE, AuditState.SCOPED),
    PILOT("Start the pilot", Note.NONE, AuditState.SCOPED),
    NOTIFY("Notify the agencies", Note.REASON_IF_EARLY, AuditState.SAMPLED),
    OPEN_RETURNS("Open the returns", Note.REASON_IF_EARLY, AuditState.NOTIFIED),
    CLOSE_RETURNS("Close the returns", Note.REASON_IF_EARLY, AuditState.COLLECTING),
    MODERATE("Start moderation", Note.PANEL, AuditState.RETURNED),
    REOPEN_RETURNS("Open the returns again", Note.REASON, AuditState.RETURNED),
    CHECK_ACCURACY("Send for the accuracy check", Note.NONE, AuditState.MODERATING),
    REPORT("End the accuracy check", Note.REASON_IF_EARLY, AuditState.ACCURACY),
    APPROVE("Record the board’s approval", Note.MINUTE, AuditState.REPORTING),
    ACT("Record that agencies act", Note.NONE, AuditState.APPROVED),
    BRIEF("Record that the learning brief is out", Note.NONE, AuditState.APPROVED, AuditState.ACTING),
    CHECK_ACTIONS("Record the quarterly check", Note.FINDING, AuditState.ACTING),
    REAUDIT("Start the re-audit", Note.NONE, AuditState.ACTING),
    CLOSE("Close the audit", Note.KEY, AuditState.ACTING, AuditState.REAUDITING),
    PAUSE(
            "Pause the audit",
            Note.REASON,
            AuditState.SCOPED,
            AuditState.PILOTING,
            AuditState.SAMPLED,
            AuditState.NOTIFIED,
            AuditState.COLLECTING,
            AuditState.RETURNED,
            AuditState.MODERATING,
            AuditState.ACCURACY,
            AuditState.REPORTING,
            AuditState.APPROVED,
            AuditState.ACTING,
            AuditState.REAUDITING),
    RESUME("Go on with the audit", Note.NONE, AuditState.PAUSED),
    CANCEL(
            "Cancel the audit",
            Note.REASON,
            AuditState.SCOPED,
            AuditState.PILOTING,
            AuditState.SAMPLED,
            AuditState.NOTIFIED,
            AuditState.COLLECTING,
            AuditState.RETURNED,
            AuditState.MODERATING,
            AuditState.PAUSED);

    /** What must be said with a move; the label of its field. */
    public enum Note {
        NONE("Note (if any)"),
        REASON("Reason"),
        REASON_IF_EARLY("Reason (if something is still open)"),
        MINUTE("Minute that records it"),
        PANEL("Agencies on the panel"),
        FINDING("What the check showed"),
        KEY("Who destroyed the list of codes, and when");

        private final String words;

        Note(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean required() {
            return this == REASON || this == MINUTE || this == FINDING || this == KEY;
        }
    }

    private static final Set<AuditMove> ASIDE = EnumSet.of(PAUSE, CANCEL, REOPEN_RETURNS);
    private final String words;
    private final Note note;
    private final Set<AuditState> from;

    AuditMove(String words, Note note, AuditState first, AuditState... others) {
        this.words = words;
        this.note = note;
        this.from = EnumSet.of(first, others);
    }

    public String words() {
        return words;
    }

    public Note note() {
        return note;
    }

    public boolean possibleFrom(AuditState state) {
        return from.contains(state);
    }

    /** Not on the way from scope to close. */
    public boolean aside() {
        return ASIDE.contains(this);
    }

    /** What may be done in a state, in the order of an audit's life. */
    public static List<AuditMove> from(AuditState state) {
        return List.of(values()).stream().filter(m -> m.possibleFrom(state)).toList();
    }
}
