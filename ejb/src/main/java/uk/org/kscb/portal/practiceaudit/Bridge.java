package uk.org.kscb.portal.practiceaudit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which question of an earlier version of a tool each question of a newer one continues, over as many versions as lie
 * between. A question that one bridge on the way does not name has no forerunner.
 */
public final class Bridge {
    private Bridge() {}

    /** One line of the bridge between two neighbouring versions. */
    public record Line(long from, long to, String refFrom, String refTo) {}

    /**
     * @param lines of all versions of the tool
     * @return ref in the earlier version by ref in the newer one; empty where no bridges lead from one to the other
     */
    public static Map<String, String> between(long earlier, long newer, List<Line> lines) {
        Map<String, String> reached = new HashMap<>();
        lines.stream().filter(l -> l.to() == newer).forEach(l -> reached.put(l.refTo(), l.refFrom()));
        long at = before(newer, lines);
        while (at != earlier && at != 0) {
            Map<String, String> step = new HashMap<>();
            long here = at;
            lines.stream().filter(l -> l.to() == here).forEach(l -> step.put(l.refTo(), l.refFrom()));
            reached.values().retainAll(step.keySet());
            reached.replaceAll((ref, ours) -> step.getOrDefault(ours, ours));
            at = before(at, lines);
        }
        return at == earlier ? reached : Map.of();
    }

    /** 0 where nothing leads further back; a version continues an older one only, so that this ends. */
    private static long before(long version, List<Line> lines) {
        return lines.stream()
                .filter(l -> l.to() == version && l.from() < version)
                .mapToLong(Line::from)
                .findFirst()
                .orElse(0);
    }
}
