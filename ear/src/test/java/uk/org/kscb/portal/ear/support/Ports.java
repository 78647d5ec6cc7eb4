package uk.org.kscb.portal.ear.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Every port that the portal listens on. They keep their digits and move together, so two portals never half-collide. */
record Ports(int offset) {
    static final int HTTP = 8080;
    static final int DATABASE = 13306;
    /** The numbers in the domain.xml that Payara ships, and what listens there. */
    static final Map<Integer, String> SERVER = Map.of(
            HTTP,
            "the portal's pages",
            8181,
            "the portal's pages over TLS",
            4848,
            "server administration",
            3700,
            "IIOP",
            3820,
            "IIOP over TLS",
            3920,
            "IIOP with client certificates",
            8686,
            "JMX",
            7676,
            "messages",
            4900,
            "the data grid");

    /** A port below the first would push another of ours under 1024; one above the last, over 65535. */
    static final int LOWEST = 5500;

    static final int HIGHEST = 60000;

    /** Chromium and Firefox answer ERR_UNSAFE_PORT for these, as the Fetch standard ("bad port") says. */
    private static final Set<Integer> REFUSED_BY_BROWSERS =
            Set.of(6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    static Ports withHttpOn(String port) {
        int http;
        try {
            http = Integer.parseInt(port.strip());
        } catch (NumberFormatException e) {
            throw new LaunchProblem("PORTAL_PORT is \"" + port + "\", which is not a number", e);
        }
        if (http < LOWEST || http > HIGHEST) {
            throw new LaunchProblem("PORTAL_PORT is " + http + "; it must lie between " + LOWEST + " and " + HIGHEST);
        }
        if (REFUSED_BY_BROWSERS.contains(http)) {
            throw new LaunchProblem("PORTAL_PORT is " + http
                    + ", which browsers refuse to open (other programs use it);" + " choose another, for example 8380");
        }
        return new Ports(http - HTTP);
    }

    int http() {
        return moved(HTTP);
    }

    int admin() {
        return moved(4848);
    }

    int database() {
        return moved(DATABASE);
    }

    int moved(int port) {
        return port + offset;
    }

    /** Port to what it is for, the one that people know first. */
    Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(http(), SERVER.get(HTTP));
        all.put(database(), "the database");
        SERVER.forEach((port, use) -> all.putIfAbsent(moved(port), use));
        return all;
    }
}
