package uk.org.kscb.portal.ear.support;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one start of the portal needs to know.
 *
 * @param root the checkout, where {@code config} lies
 * @param ear what to deploy
 * @param payaraZip the server as it comes from the Maven repository
 * @param workspace where the database, the domain and the logs of this portal are kept
 * @param software where server and database programs are unpacked; shared by all portals of a person
 * @param quickStart true: less optimised code and a faster start; false: as in production
 * @param nodes data-grid ports of all nodes that share their sessions; empty for a portal of one
 * @param environment the caller's environment variables, which win over our defaults
 */
record Settings(
        Path root,
        Path ear,
        Path payaraZip,
        Path workspace,
        Path software,
        Ports ports,
        boolean quickStart,
        List<Integer> nodes,
        Map<String, String> environment) {

    static final String DEFAULT_TODAY = "2011-06-15";

    /** {@code ./mvnw -Prun}: the person's own portal, kept between starts. */
    static Settings forRunning() {
        Map<String, String> environment = System.getenv();
        Path home = home(environment);
        Ports ports = Ports.withHttpOn(environment.getOrDefault("PORTAL_PORT", String.valueOf(Ports.HTTP)));
        return of(home, home.resolve("software"), ports, true, environment);
    }

    /** Tests: beside the build, on other ports, so that a running portal is left alone. */
    static Settings forTests(String name, boolean quickStart) {
        Map<String, String> environment = System.getenv();
        Ports ports = Ports.withHttpOn(environment.getOrDefault("PORTAL_TEST_PORT", "9080"));
        Path workspace = Path.of(property("portal.target")).resolve(name);
        return of(workspace, home(environment).resolve("software"), ports, quickStart, environment);
    }

    /**
     * As a new portal starts for real: an empty database, and nobody who could sign in.
     *
     * @param more variables that are set besides
     */
    static Settings forProduction(String name, int port, Map<String, String> more) {
        Map<String, String> told = new HashMap<>(more);
        told.put("PORTAL_SAMPLE_DATA", "");
        return apart(name, port, told);
    }

    /** A portal beside the tests' own, with the sample people. */
    static Settings forTestsApart(String name, int port) {
        return apart(name, port, Map.of());
    }

    private static Settings apart(String name, int port, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("PORTAL_DB_URL");
        environment.remove("PORTAL_SAMPLE_DATA");
        environment.putAll(more);
        Path workspace = Path.of(property("portal.target")).resolve(name);
        Ports ports = Ports.withHttpOn(String.valueOf(port));
        return of(workspace, home(environment).resolve("software"), ports, true, Map.copyOf(environment));
    }

    /** The same portal, sharing its sessions with the nodes on these data-grid ports. */
    Settings sharingSessions(List<Integer> nodes) {
        return new Settings(
                root, ear, payaraZip, workspace, software, ports, quickStart, List.copyOf(nodes), environment);
    }

    /** Another node of this portal, on its database. */
    Settings anotherNode(String name, int port) {
        Map<String, String> told = new HashMap<>(environment);
        told.put("PORTAL_DB_URL", databaseUrl());
        told.put("PORTAL_SAMPLE_DATA", "");
        return new Settings(
                root,
                ear,
                payaraZip,
                workspace.resolveSibling(name),
                software,
                Ports.withHttpOn(String.valueOf(port)),
                quickStart,
                nodes,
                Map.copyOf(told));
    }

    private static Settings of(
            Path workspace, Path software, Ports ports, boolean quickStart, Map<String, String> environment) {
        return new Settings(
                Path.of(property("portal.root")),
                Path.of(property("portal.ear")),
                Path.of(property("portal.payara.zip")),
                workspace,
                software,
                ports,
                quickStart,
                List.of(),
                environment);
    }

    static Path home(Map<String, String> environment) {
        String home = environment.get("PORTAL_HOME");
        return home == null || home.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share", "kscb-portal")
                : Path.of(home).toAbsolutePath().normalize();
    }

    Optional<String> externalDatabase() {
        return Optional.ofNullable(environment.get("PORTAL_DB_URL")).filter(url -> !url.isBlank());
    }

    String databaseUrl() {
        return externalDatabase()
                .orElse("jdbc:mysql://127.0.0.1:" + ports.database()
                        + "/portal?sslMode=DISABLED&allowPublicKeyRetrieval=true");
    }

    String databaseUser() {
        return environment.getOrDefault("PORTAL_DB_USER", "portal");
    }

    String databasePassword() {
        return environment.getOrDefault("PORTAL_DB_PASSWORD", "portal");
    }

    Path sampleData() {
        return root.resolve("config").resolve("sample-data");
    }

    /** With a database of one's own only when asked for; with {@code PORTAL_SAMPLE_DATA=} (empty) never. */
    boolean loadsSampleData() {
        String asked = environment.get("PORTAL_SAMPLE_DATA");
        return asked == null ? externalDatabase().isEmpty() : !asked.isBlank();
    }

    /** What the server process is told; the caller's own variables win. */
    void tell(Map<String, String> server) {
        server.keySet().removeIf(variable -> variable.startsWith("PORTAL_"));
        environment.forEach((variable, value) -> {
            if (variable.startsWith("PORTAL_")) {
                server.put(variable, value);
            }
        });
        server.putIfAbsent("PORTAL_DB_URL", databaseUrl());
        server.putIfAbsent("PORTAL_DB_USER", databaseUser());
        server.putIfAbsent("PORTAL_DB_PASSWORD", databasePassword());
        server.putIfAbsent("PORTAL_TODAY", DEFAULT_TODAY);
        server.putIfAbsent("PORTAL_URL", url());
        if (loadsSampleData()) {
            server.putIfAbsent(
                    "PORTAL_SAMPLE_DATA", sampleData().toAbsolutePath().toString());
        }
    }

    /** Through the listener of the server that speaks TLS, with the key that Payara brings. */
    String tlsUrl() {
        return "https://localhost:" + ports.moved(8181);
    }

    String url() {
        return "http://localhost:" + ports.http();
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new LaunchProblem("The system property " + name + " is missing: start through Maven, ./mvnw -Prun");
        }
        return value;
    }
}
