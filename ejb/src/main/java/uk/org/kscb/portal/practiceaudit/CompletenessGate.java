package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.practiceaudit.model.Programme;
import uk.org.kscb.portal.practiceaudit.store.CompletenessStore;

/** What panels, boards and agencies have still to do before an audit moves past them. Source: BRIEF 4.5 and 4.11. */
@ApplicationScoped
class CompletenessGate implements AuditGate {

    @Inject
    private CompletenessStore store;

    @Override
    public Optional<String> shut(long auditId, AuditMove move) {
        return switch (move) {
            case CHECK_ACCURACY -> moderated(store.notModerated(auditId));
            case REPORT ->
                store.hasReport(auditId)
                        ? Optional.empty()
                        : Optional.of("Write the draft report first: agencies check its facts before the check ends.");
            case APPROVE ->
                !store.hasReport(auditId)
                        ? Optional.of("Write the report first: a board approves what it has read.")
                        : store.approved(auditId, Programme.DECIDING_BOARDS)
                                ? Optional.empty()
                                : Optional.of("The " + Programme.DECIDING_BOARD + " has not approved the newest version"
                                        + " of the report. One of its members reads it on the report's page and records"
                                        + " the approval there.");
            case ACT ->
                open(store.undecided(auditId), "The board has not decided on: ", ". Record what it decided first.");
            case CLOSE ->
                open(
                        store.notClosed(auditId),
                        "Still open: ",
                        ". The board closes each at impact level 3 or above, or accepts the gap with a reason.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> moderated(long missing) {
        return missing == 0
                ? Optional.empty()
                : Optional.of("The panel has not graded everything: " + missing
                        + (missing == 1 ? " grade is" : " grades are")
                        + " missing. Grade them, or exclude their cases with"
                        + " a reason.");
    }

    private static Optional<String> open(List<String> recommendations, String before, String after) {
        return recommendations.isEmpty()
                ? Optional.empty()
                : Optional.of(before + String.join(", ", recommendations) + after);
    }
}
