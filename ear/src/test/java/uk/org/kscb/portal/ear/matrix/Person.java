package uk.org.kscb.portal.ear.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.Role;

/** One of the sample people, who is one thing in one agency. */
record Person(String userName, String password, String agency, Role role, String sampleToken) {

    private static final List<Person> ALL = read();

    /** Everybody in {@code people.csv} but those who act in two agencies: they would blur the matrix. */
    static List<Person> all() {
        return ALL;
    }

    /**
     * Each role once, and where a role reaches only its own agency a second agency: one that owes much, and one that owes
     * nothing and stands under another.
     */
    static List<Person> forTheMatrix() {
        Stream<Person> roles = Stream.of(Role.values()).map(Person::with);
        return Stream.concat(roles, Stream.of(named("police"), named("school")))
                .distinct()
                .toList();
    }

    static Person named(String userName) {
        return ALL.stream()
                .filter(p -> p.userName.equals(userName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("people.csv knows no " + userName));
    }

    static Person with(Role role) {
        return ALL.stream()
                .filter(p -> p.role == role)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("people.csv has nobody with the role " + role.slug()));
    }

    Reach reach(Permission permission) {
        return permission.reach(role);
    }

    @Override
    public String toString() {
        return userName + " (" + role.slug() + " of " + agency + ")";
    }

    private static List<Person> read() {
        Path file = Path.of(System.getProperty("portal.root"), "config", "sample-data", "people.csv");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, format)) {
            Map<String, List<CSVRecord>> byUserName =
                    rows.stream().collect(Collectors.groupingBy(row -> row.get("user name")));
            return byUserName.values().stream()
                    .filter(own ->
                            own.size() == 1 && !own.getFirst().get("roles").contains(";"))
                    .map(own -> person(own.getFirst()))
                    .sorted(java.util.Comparator.comparing(Person::role).thenComparing(Person::userName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person person(CSVRecord row) {
        return new Person(
                row.get("user name"),
                row.get("password"),
                row.get("agency"),
                Role.of(row.get("roles").replaceAll(":.*", "")),
                row.get("API token"));
    }
}
