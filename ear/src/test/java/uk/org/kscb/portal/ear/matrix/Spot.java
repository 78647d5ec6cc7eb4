package uk.org.kscb.portal.ear.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.security.Permission;

/** A concrete address, made of a pattern like {@code /actions/{ref}}, and whose the thing is that it names. */
record Spot(String path, Whose whose) {
    static final String UNKNOWN_REF = "9.9.9";
    static final String UNKNOWN_NUMBER = "999";
    static final String UNKNOWN_RECEIPT = "zzzz-zzzz";
    static final String UNKNOWN_ID = "zzzzzzzzzzzzzzzzzzzz";

    static final String UNKNOWN_AUDIT = "A99-99";
    static final String UNKNOWN_YEAR = "1999";

    enum Whose {
        /** The address names no thing. */
        NOBODYS,
        OWN,
        ANOTHER_AGENCYS,
        /** The partnership's: everybody who may come in sees the same one. */
        SHARED,
        /** There is no such thing. */
        UNKNOWN
    }

    /** What this address must answer to somebody: the permission table and nothing else. */
    boolean opensFor(Person person, Optional<Permission> guard) {
        if (whose == Whose.UNKNOWN) {
            return false;
        }
        if (guard.isEmpty()) {
            return true;
        }
        return switch (person.reach(guard.get())) {
            case NONE -> false;
            case ASSIGNED ->
                whose != Whose.ANOTHER_AGENCYS
                        && (whose != Whose.OWN || Database.assigned(person.userName(), person.agency(), ref()));
            case OWN -> whose != Whose.ANOTHER_AGENCYS;
            case HEAD, ALL -> true;
        };
    }

    /** The agency's own, but not assigned to somebody who may change only what is: a program is told so in words. */
    boolean assignedElsewhere(Person person, Optional<Permission> guard) {
        return whose == Whose.OWN
                && guard.filter(g -> person.reach(g) == Permission.Reach.ASSIGNED)
                        .isPresent()
                && !opensFor(person, guard);
    }

    private String ref() {
        return path.split("/")[2];
    }

    /** The addresses that stand for a pattern, for this member: also one of what is assigned to them. */
    static List<Spot> of(String pattern, Person person, Things things) {
        List<Spot> spots = of(pattern, person.agency(), things);
        if (pattern.contains("{ref}")) {
            Database.actionAssignedTo(person)
                    .ifPresent(ref -> spots.add(new Spot(pattern.replace("{ref}", ref), Whose.OWN)));
        }
        return spots;
    }

    /** The addresses that stand for a pattern, for a member of this agency. */
    static List<Spot> of(String pattern, String agency, Things things) {
        List<Spot> spots = new ArrayList<>();
        if (pattern.contains("{ref}")) {
            Database.actionOf(agency).ifPresent(ref -> spots.add(new Spot(pattern.replace("{ref}", ref), Whose.OWN)));
            Database.actionOfOthers(agency)
                    .ifPresent(ref -> spots.add(new Spot(pattern.replace("{ref}", ref), Whose.ANOTHER_AGENCYS)));
            spots.add(new Spot(pattern.replace("{ref}", UNKNOWN_REF), Whose.UNKNOWN));
        } else if (pattern.contains("{id}")) {
            spots.add(new Spot(pattern.replace("{id}", things.importId()), Whose.SHARED));
            spots.add(new Spot(pattern.replace("{id}", UNKNOWN_ID), Whose.UNKNOWN));
        } else if (pattern.contains("{receipt}")) {
            spots.add(new Spot(
                    pattern.replace("{receipt}", things.receipt()),
                    agency.equals(Person.named("visitor").agency()) ? Whose.OWN : Whose.ANOTHER_AGENCYS));
            spots.add(new Spot(pattern.replace("{receipt}", UNKNOWN_RECEIPT), Whose.UNKNOWN));
        } else if (pattern.contains("{exercise}")) {
            String cased = pattern.replace("{case}", "W1");
            spots.add(new Spot(cased.replace("{exercise}", things.exercise()), Whose.SHARED));
            spots.add(new Spot(cased.replace("{exercise}", UNKNOWN_ID), Whose.UNKNOWN));
        } else if (pattern.contains("{escalation}")) {
            spots.add(new Spot(
                    pattern.replace("{escalation}", things.escalation()),
                    List.of("POLICE", "HEALTH").contains(agency) ? Whose.OWN : Whose.ANOTHER_AGENCYS));
            spots.add(new Spot(pattern.replace("{escalation}", UNKNOWN_RECEIPT), Whose.UNKNOWN));
        } else if (pattern.contains("{secret}")) {
            spots.add(new Spot(pattern.replace("{secret}", things.invitation()), Whose.SHARED));
            spots.add(new Spot(pattern.replace("{secret}", UNKNOWN_ID), Whose.UNKNOWN));
        } else if (pattern.contains("{edition}")) {
            spots.add(new Spot(pattern.replace("{edition}", "2"), Whose.SHARED));
            spots.add(new Spot(pattern.replace("{edition}", UNKNOWN_NUMBER), Whose.UNKNOWN));
        } else if (pattern.contains("{draft}")) {
            String known = pattern.replace("{part}", "levels");
            spots.add(new Spot(known.replace("{draft}", "3"), Whose.SHARED));
            spots.add(new Spot(known.replace("{draft}", UNKNOWN_NUMBER), Whose.UNKNOWN));
            if (pattern.contains("{part}")) {
                spots.add(new Spot(pattern.replace("{draft}", "3").replace("{part}", UNKNOWN_ID), Whose.UNKNOWN));
            }
        } else if (pattern.contains("{level}")) {
            spots.add(new Spot(pattern.replace("{level}", "3"), Whose.SHARED));
            spots.add(new Spot(pattern.replace("{level}", UNKNOWN_NUMBER), Whose.UNKNOWN));
        } else if (pattern.contains("{year}")) {
            spots.add(new Spot(pattern.replace("{year}", "2011"), Whose.SHARED));
            spots.add(new Spot(pattern.replace("{year}", UNKNOWN_YEAR), Whose.UNKNOWN));
        } else if (pattern.contains("{version}")) {
            String brief = pattern.replace("{version}", "901").replace("{kind}", "brief");
            Database.auditOf(agency)
                    .ifPresent(code -> spots.add(new Spot(brief.replace("{code}", code), Whose.SHARED)));
            spots.add(new Spot(brief.replace("{code}", UNKNOWN_AUDIT), Whose.UNKNOWN));
        } else if (pattern.contains("{recommendation}")) {
            Database.recommendationTo(agency)
                    .ifPresent(r -> spots.add(new Spot(pattern.replace("{recommendation}", r), Whose.OWN)));
            Database.recommendationToOthers(agency)
                    .ifPresent(r -> spots.add(new Spot(pattern.replace("{recommendation}", r), Whose.ANOTHER_AGENCYS)));
            spots.add(new Spot(pattern.replace("{recommendation}", UNKNOWN_ID), Whose.UNKNOWN));
        } else if (pattern.contains("{tool}")) {
            tools(spots, pattern, agency);
        } else if (pattern.contains("/{code}/results/download")) {
            ReturnSpots.sheet(spots, pattern, agency);
        } else if (pattern.contains("/{code}/return") || pattern.contains("/{code}/moderation")) {
            ReturnSpots.add(spots, pattern, agency);
        } else if (pattern.contains("{code}")) {
            Database.auditOf(agency).ifPresent(code -> spots.add(new Spot(pattern.replace("{code}", code), Whose.OWN)));
            Database.auditOfOthers(agency)
                    .ifPresent(code -> spots.add(new Spot(pattern.replace("{code}", code), Whose.ANOTHER_AGENCYS)));
            spots.add(
                    new Spot(pattern.replace("{code}", UNKNOWN_AUDIT).replace("{year}", UNKNOWN_YEAR), Whose.UNKNOWN));
        } else if (pattern.contains("{")) {
            throw new AssertionError("The matrix does not know what to put into " + pattern);
        } else {
            spots.add(new Spot(pattern, Whose.NOBODYS));
        }
        return spots;
    }

    /** An agency reads the tools of its audits; only one that is being worked on has questions to change. */
    private static void tools(List<Spot> spots, String pattern, String agency) {
        if (pattern.endsWith("/question")) {
            spots.add(new Spot(pattern.replace("{tool}", Database.toolBeingWorkedOn()), Whose.SHARED));
        } else {
            Database.toolOf(agency).ifPresent(id -> spots.add(new Spot(pattern.replace("{tool}", id), Whose.OWN)));
            Database.toolOfOthers(agency)
                    .ifPresent(id -> spots.add(new Spot(pattern.replace("{tool}", id), Whose.ANOTHER_AGENCYS)));
        }
        spots.add(new Spot(pattern.replace("{tool}", UNKNOWN_ID), Whose.UNKNOWN));
    }

    /** The address of something that does not exist, of the same shape. */
    static String unknown(String pattern) {
        String filled = pattern.contains("/practice-audits/")
                ? pattern.replace("{case}", UNKNOWN_AUDIT + "-ZZZZ")
                        .replace("{agency}", "NOSUCH")
                        .replace("{question}", "Q1")
                        .replace("{tool}", UNKNOWN_ID)
                : pattern;
        return filled.replaceAll("\\{(receipt|escalation)}", UNKNOWN_RECEIPT)
                .replace("{exercise}", UNKNOWN_ID)
                .replace("{case}", "W1")
                .replace("{year}", UNKNOWN_YEAR)
                .replace("{ref}", UNKNOWN_REF)
                .replace("{code}", UNKNOWN_AUDIT)
                .replace("{id}", UNKNOWN_ID)
                .replace("{recommendation}", UNKNOWN_ID)
                .replace("{version}", UNKNOWN_NUMBER)
                .replace("{part}", "levels")
                .replace("{kind}", "brief")
                .replace("{secret}", UNKNOWN_ID)
                .replaceAll("\\{(edition|level|draft)}", UNKNOWN_NUMBER);
    }
}
