package uk.org.kscb.portal.practiceaudit.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.AuditStep;
import uk.org.kscb.portal.practiceaudit.GateIsShut;
import uk.org.kscb.portal.practiceaudit.GateIsShut.Gate;

/** The gates between the steps of an audit, as policies that give their reason. Source: brief, 4.5. */
final class Gates {
    /** Agencies on a panel. */
    static final int QUORUM = 3;

    /** Working days that agencies have to confirm receipt, and to check a draft for accuracy. */
    static final int RECEIPT_DAYS = 3;

    static final int ACCURACY_DAYS = 5;

    private Gates() {}

    /** @param note what is said with the move, blank when nothing is */
    static Optional<GateIsShut> shut(
            PracticeAudit audit, AuditMove move, String note, GateFacts facts, Happening when) {
        if (!move.possibleFrom(audit.state())) {
            return shut(
                    Gate.WRONG_STATE,
                    "The audit stands at “" + audit.state().words() + "”. From there it cannot be: "
                            + lowered(move.words()) + ".");
        }
        return switch (move) {
            case APPROVE_SCOPE -> scope(audit);
            case PILOT -> pilot(audit);
            case NOTIFY -> notifying(audit, facts);
            case OPEN_RETURNS -> receipts(audit, note, facts, when);
            case CLOSE_RETURNS -> returns(audit, note, facts, when);
            case MODERATE -> quorum(facts);
            case CHECK_ACCURACY -> mended(audit, facts);
            case REPORT -> mended(audit, facts).or(() -> accuracy(audit, note, when));
            default -> Optional.empty();
        };
    }

    private static Optional<GateIsShut> scope(PracticeAudit audit) {
        if (audit.scopeApprovedOn().isPresent()) {
            return shut(Gate.WRONG_STATE, "The scope is approved already.");
        }
        return audit.takingPart().isEmpty()
                ? shut(Gate.AGENCIES_NAMED, "Name the agencies that take part first.")
                : Optional.empty();
    }

    private static Optional<GateIsShut> pilot(PracticeAudit audit) {
        if (audit.scopeApprovedOn().isEmpty()) {
            return shut(Gate.SCOPE_APPROVED, "Record first that the QA subgroup approved the scope.");
        }
        return audit.toolVersionId().isEmpty()
                ? shut(Gate.TOOL_CHOSEN, "Choose the tool version that the audit uses first.")
                : Optional.empty();
    }

    private static Optional<GateIsShut> notifying(PracticeAudit audit, GateFacts facts) {
        if (facts.cases() == 0) {
            return shut(Gate.CASES_DRAWN, "Draw the sample first: there are no cases to ask about.");
        }
        if (facts.codesWaiting()) {
            return shut(
                    Gate.CODES_HANDED_OVER,
                    "Take the list of codes first. Without it no agency can be told which child a case is, and the portal"
                            + " will not keep it.");
        }
        return audit.takingPart().isEmpty()
                ? shut(Gate.AGENCIES_NAMED, "No agency takes part any more. Add one, or cancel the audit.")
                : Optional.empty();
    }

    private static Optional<GateIsShut> receipts(PracticeAudit audit, String note, GateFacts facts, Happening when) {
        List<String> waiting = audit.takingPart().stream()
                .filter(a -> a.receiptOn().isEmpty())
                .map(a -> facts.name(a.agencyId()))
                .toList();
        if (waiting.isEmpty() || !note.isBlank()) {
            return Optional.empty();
        }
        LocalDate until = audit.clock()
                .doneOn(AuditStep.NOTIFY)
                .map(on -> when.calendar().plus(on, RECEIPT_DAYS))
                .orElse(when.day());
        return when.day().isAfter(until)
                ? Optional.empty()
                : shut(
                        Gate.RECEIPTS_CONFIRMED,
                        "Not yet confirmed that the references arrived: " + String.join(", ", waiting)
                                + ". Wait for them until the third working day, or give a reason to open without.");
    }

    private static Optional<GateIsShut> returns(PracticeAudit audit, String note, GateFacts facts, Happening when) {
        List<String> missing = audit.takingPart().stream()
                .filter(a -> !facts.signedOff().contains(a.agencyId()))
                .map(a -> facts.name(a.agencyId()))
                .toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        if (facts.signedOff().isEmpty()) {
            return shut(
                    Gate.RETURNS_SIGNED_OFF,
                    "No agency has signed off its return, so there is nothing to moderate. Chase them, pause or cancel.");
        }
        boolean early =
                audit.returnsDueOn().map(due -> !when.day().isAfter(due)).orElse(true);
        if (early || note.isBlank()) {
            return shut(
                    Gate.RETURNS_SIGNED_OFF,
                    "Not signed off yet: " + String.join(", ", missing) + ". "
                            + (early
                                    ? "Their time is not over; chase them, or withdraw them with a reason."
                                    : "Chase them, or give the reason for going on without."));
        }
        return Optional.empty();
    }

    private static Optional<GateIsShut> quorum(GateFacts facts) {
        return facts.panel().size() >= QUORUM
                ? Optional.empty()
                : shut(Gate.PANEL_QUORUM, "A panel needs people of at least three agencies. Choose at least three.");
    }

    /** A return that was opened again counts nowhere until it is signed. */
    private static Optional<GateIsShut> mended(PracticeAudit audit, GateFacts facts) {
        List<String> open = audit.takingPart().stream()
                .filter(a -> facts.reopened().contains(a.agencyId()))
                .map(a -> facts.name(a.agencyId()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : shut(
                        Gate.RETURNS_SIGNED_OFF,
                        "Opened again and not signed off yet: " + String.join(", ", open)
                                + ". Without it the agency is missing from every figure.");
    }

    private static Optional<GateIsShut> accuracy(PracticeAudit audit, String note, Happening when) {
        LocalDate until = audit.clock()
                .doneOn(AuditStep.MODERATE)
                .map(on -> when.calendar().plus(on, ACCURACY_DAYS))
                .orElse(when.day());
        return !note.isBlank() || !when.day().isBefore(until) || audit.kind() == AuditKind.SINGLE_AGENCY
                ? Optional.empty()
                : shut(
                        Gate.ACCURACY_TIME,
                        "Agencies have five working days to check the draft. Give a reason to end the check earlier.");
    }

    private static Optional<GateIsShut> shut(Gate gate, String message) {
        return Optional.of(new GateIsShut(gate, message));
    }

    private static String lowered(String words) {
        return words.substring(0, 1).toLowerCase(java.util.Locale.UK) + words.substring(1);
    }
}
