package uk.org.kscb.portal.plan.exchange;

import java.util.List;
import java.util.regex.Pattern;

/** How agencies are called in plans: the one place to add a name. */
final class AgencyWording {

    /** Owns the plan, and so takes part in every action. */
    static final String OWNER = "KCC";

    /** @param name a partner as a joint marker calls it, and the agencies that this stands for */
    record Partner(String name, Pattern words, List<String> codes) {}

    /** @param words by which an action's text, lead or lead's post names the agency */
    record Agency(String code, Pattern words) {}

    static final List<Partner> PARTNERS = List.of(
            new Partner(
                    "Partners", words("partners?|all agencies"), List.of("HEALTH", "SCHOOLS", "POLICE", "PROBATION")),
            new Partner("Health", words("health|NHS|PCTs?|CAMHS"), List.of("HEALTH")),
            new Partner("Schools", words("schools?|education|virtual school"), List.of("SCHOOLS")),
            new Partner("Police", words("police"), List.of("POLICE")),
            new Partner("Probation", words("probation"), List.of("PROBATION")),
            new Partner(
                    "Safeguarding Children Board", words("K?L?SCB|safeguarding (?:children )?board"), List.of("KSCB")),
            new Partner("Children's Trust", words("children['’]s trust|KCT"), List.of("KCT")),
            new Partner(
                    "Voluntary sector",
                    words("voluntary(?: (?:and community )?sector)?|VCS|third sector"),
                    List.of("VCS")));

    static final List<Agency> AGENCIES = List.of(
            new Agency("POLICE", words("police")),
            new Agency("PROBATION", words("probation")),
            new Agency(
                    "HEALTH",
                    words("NHS|PCTs?|(?<!mental )health (?:services|commissioners?|trusts?|visitors?|partners)|by"
                            + " Health|education and health|Child Health")),
            new Agency("SCHOOLS", words("schools|head ?teachers?|virtual school|education and health")),
            new Agency("KSCB", words("[KL]SCB|safeguarding (?:children(?:['’]s)? )?board")),
            new Agency("KCT", words("children['’]s trust")),
            new Agency("VCS", words("voluntary (?:and community )?sector|third sector|VCS")));

    /** Several agencies, unnamed. */
    static final Pattern UNNAMED = words("partners?|partner agencies|partnerships?|multi-? ?agency|all agencies");

    private AgencyWording() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
    }
}
