package uk.org.kscb.portal.practiceaudit;

import uk.org.kscb.portal.platform.Refusal;

/** A gate of the audit's steps that is not passed yet: which one, and what opens it. */
public class GateIsShut extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Gates that an audit itself keeps. */
    public enum Gate {
        WRONG_STATE,
        SCOPE_APPROVED,
        AGENCIES_NAMED,
        TOOL_CHOSEN,
        CASES_DRAWN,
        CODES_HANDED_OVER,
        RECEIPTS_CONFIRMED,
        RETURNS_SIGNED_OFF,
        PANEL_QUORUM,
        ACCURACY_TIME,
        NOTE_GIVEN,
        WORKLOAD,
        ANOTHERS
    }

    private final Gate gate;

    public GateIsShut(Gate gate, String message) {
        super(gate == Gate.PANEL_QUORUM ? "panel" : gate == Gate.NOTE_GIVEN ? "note" : "", message);
        this.gate = gate;
    }

    public Gate gate() {
        return gate;
    }
}
