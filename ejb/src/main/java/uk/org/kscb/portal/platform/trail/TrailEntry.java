package uk.org.kscb.portal.platform.trail;

import java.time.Instant;
import uk.org.kscb.portal.platform.security.Secret;

/** One line of the trail, chained to the one before by its hash. */
record TrailEntry(
        long number,
        Instant at,
        String who,
        String agency,
        String what,
        String object,
        String result,
        String beforeHash,
        String hash) {

    static TrailEntry following(
            long lastNumber,
            String lastHash,
            Instant at,
            String who,
            String agency,
            String what,
            String object,
            String result) {
        return new TrailEntry(
                lastNumber + 1,
                at,
                who,
                agency,
                what,
                object,
                result,
                lastHash,
                hash(lastNumber + 1, at, who, agency, what, object, result, lastHash));
    }

    /** Whether this entry is as it was written and stands where it was put. */
    boolean follows(long lastNumber, String lastHash) {
        return number == lastNumber + 1
                && beforeHash.equals(lastHash)
                && hash.equals(hash(number, at, who, agency, what, object, result, beforeHash));
    }

    private static String hash(
            long number,
            Instant at,
            String who,
            String agency,
            String what,
            String object,
            String result,
            String beforeHash) {
        // Lengths keep the fields apart: no text can pretend to be the next field.
        StringBuilder all = new StringBuilder().append(number).append('|').append(at.toEpochMilli());
        for (String field : new String[] {who, agency, what, object, result, beforeHash}) {
            all.append('|').append(field.length()).append(':').append(field);
        }
        return Secret.hash(all.toString());
    }
}
