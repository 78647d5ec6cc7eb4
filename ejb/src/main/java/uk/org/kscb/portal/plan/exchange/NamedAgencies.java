package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;

/**
 * Who is taken to owe a contribution to an action: the plan's owner by default, whom a joint marker names, and whom the
 * words name.
 */
record NamedAgencies(List<NamedAgency> agencies, boolean partnersUnnamed) {

    /**
     * @param words the action's text and measures
     * @param leads the leads and, where known, their posts
     */
    static NamedAgencies of(List<String> jointWith, String words, String leads) {
        List<NamedAgency> agencies = new ArrayList<>();
        agencies.add(new NamedAgency(AgencyWording.OWNER, "default"));
        List<String> marked = JointMarker.codes(jointWith).toList();
        for (String code : marked) {
            agencies.add(new NamedAgency(code, "marker", names(code, words)));
        }
        for (AgencyWording.Agency agency : AgencyWording.AGENCIES) {
            boolean named = agency.words().matcher(words).find()
                    || agency.words().matcher(leads).find()
                    || isLead(agency.code(), leads);
            if (named && !marked.contains(agency.code())) {
                agencies.add(new NamedAgency(agency.code(), "text"));
            }
        }
        boolean unnamed = jointWith.isEmpty()
                && AgencyWording.UNNAMED.matcher(words + "\n" + leads).find();
        return new NamedAgencies(List.copyOf(agencies), unnamed);
    }

    /** A lead that is an agency's short name and nothing else: "Health". */
    private static boolean isLead(String code, String leads) {
        return AgencyWording.PARTNERS.stream()
                .filter(p -> p.codes().equals(List.of(code)))
                .anyMatch(p ->
                        leads.lines().anyMatch(l -> p.words().matcher(l.strip()).matches()));
    }

    private static boolean names(String code, String words) {
        return AgencyWording.AGENCIES.stream()
                .anyMatch(a -> a.code().equals(code) && a.words().matcher(words).find());
    }
}
