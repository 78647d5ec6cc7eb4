package uk.org.kscb.portal.practiceaudit.model;

import java.util.Map;
import java.util.Set;

/**
 * What a gate must know that the audit itself does not hold.
 *
 * @param names short names of agencies by id, for the sentences
 * @param signedOff ids of agencies whose return is signed off
 * @param reopened ids of agencies whose return was opened again and is not signed yet
 * @param cases cases in the sample
 * @param codesWaiting the list of codes has not been taken yet
 * @param panel ids of the agencies on the panel, when it is being named
 */
public record GateFacts(
        Map<Long, String> names,
        Set<Long> signedOff,
        Set<Long> reopened,
        long cases,
        boolean codesWaiting,
        Set<Long> panel) {

    String name(long agencyId) {
        return names.getOrDefault(agencyId, "an agency");
    }
}
