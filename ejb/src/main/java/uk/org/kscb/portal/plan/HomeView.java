package uk.org.kscb.portal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionDetail.ContributionState;

/**
 * What one agency owes and waits for today. Each list holds at most {@link #LONGEST} lines; its count says how many
 * there are in all.
 *
 * @param next the first debt that is not late, for the sentence that an empty list needs; null when there is none
 * @param queries oldest first; empty for whoever does not answer them
 * @param yours contributions assigned to a viewer who reports on such only
 * @param lastLooked when the member last signed in before this session, or null at the first time
 */
public record HomeView(
        String agencyName,
        LocalDate today,
        Debts late,
        Debts dueSoon,
        Debts awaitingUpdate,
        Debts awaitingSignOff,
        Debts offered,
        Debts waitingForOthers,
        @Nullable Debt next,
        List<Change> changes,
        List<Query> queries,
        int yours,
        @Nullable Instant lastLooked) {

    public static final int LONGEST = 12;

    public record Debts(long count, List<Debt> items) {}

    /**
     * @param agency whose debt it is
     * @param yours assigned to the viewer, who reports on such contributions only
     * @param mayReport the viewer may report on it
     * @param owes what exactly; the action's text until somebody says it more exactly
     */
    public record Debt(
            String ref,
            String contributionId,
            AgencyBadge agency,
            String owes,
            List<AgencyBadge> agencies,
            @Nullable String post,
            @Nullable LocalDate due,
            long daysLate,
            DeliveryStatus status,
            @Nullable LocalDate lastUpdate,
            ContributionState state,
            boolean yours,
            boolean mayReport) {}

    /** An agency's question about what it is taken to owe, which the KSCB manager has to answer. */
    public record Query(String ref, LocalDate on, AgencyBadge agency, String reason) {}

    /** @param status null where the change is no report of progress */
    public record Change(
            String ref,
            LocalDate on,
            AgencyBadge agency,
            String what,
            @Nullable DeliveryStatus status) {}
}
