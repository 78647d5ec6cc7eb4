package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sample of an audit.
 *
 * @param waiting strata of the population that was uploaded and not drawn from, or whose codes are not taken; empty when the
 *     portal holds none
 * @param draws newest first: the first one made the cases
 */
public record SampleView(
        String code,
        AuditState state,
        List<StratumView> waiting,
        List<DrawView> draws,
        boolean codesWaiting,
        List<CaseView> cases,
        List<Exclusions> exclusions) {

    /** @param sample null while nothing is drawn */
    public record StratumView(
            String name,
            int population,
            @Nullable Integer sample,
            @Nullable Integer reserves) {}

    /** @param spread of the sample; empty for audits that ask each agency about itself */
    public record DrawView(
            String seed,
            String pilot,
            String inclusion,
            String exclusion,
            List<SpreadLine> spread,
            String method,
            int reservePercent,
            List<StratumView> strata,
            LocalDate drawnOn,
            String drawnBy,
            String fingerprint,
            @Nullable Instant codesTakenAt,
            @Nullable String codesTakenBy) {}

    /** @param found how many, null where the population's file did not say; @param missed too few, or too many of a family */
    public record SpreadLine(String what, @Nullable Integer found, boolean missed) {}

    /** @param replacedBy code of the reserve that came in its place */
    public record CaseView(
            String code,
            int position,
            String stratum,
            boolean reserve,
            CaseStatus status,
            @Nullable String replacedBy,
            @Nullable String reason,
            @Nullable AgencyName decidedBy,
            @Nullable AgencyName referrer,
            @Nullable String ageBand,
            @Nullable String district,
            @Nullable String outcome,
            @Nullable LocalDate referredOn) {}

    /** How many cases left the sample at an agency's word. */
    public record Exclusions(AgencyName agency, long cases) {}

    /** One line of the list that leads from the population's codes to the case codes. It leaves the portal once. */
    public record CodePair(String populationCode, String caseCode, String stratum, boolean reserve) {}
}
