package uk.org.kscb.portal.ear.matrix;

import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.ear.matrix.Spot.Whose;

/** Addresses of returns and of a panel's work: of the audit that collects, and of the one that {@link Things} moderates. */
final class ReturnSpots {
    static final String MODERATED = "A11-01";
    private static final String COLLECTING = "A11-03";

    private ReturnSpots() {}

    static void add(List<Spot> spots, String pattern, String agency) {
        if (pattern.contains("/moderation")) {
            String code = Database.caseOf(MODERATED, "POLICE").orElseThrow();
            spots.add(new Spot(fill(pattern, MODERATED, code, ""), Whose.SHARED));
        } else if (pattern.contains("/returns")) {
            boolean takesPart = Database.caseOf(MODERATED, agency).isPresent();
            if (takesPart) {
                spots.add(new Spot(fill(pattern, MODERATED, "", agency), Whose.OWN));
            }
            String another = agency.equals("HEALTH") ? "POLICE" : "HEALTH";
            if (pattern.contains("{agency}")) {
                spots.add(new Spot(fill(pattern, MODERATED, "", another), Whose.ANOTHER_AGENCYS));
                spots.add(new Spot(fill(pattern, MODERATED, "", "NOSUCH"), Whose.UNKNOWN));
            } else if (!takesPart) {
                spots.add(new Spot(fill(pattern, MODERATED, "", ""), Whose.ANOTHER_AGENCYS));
            }
        } else {
            Optional<String> own = Database.caseOf(COLLECTING, agency);
            own.ifPresent(code -> spots.add(new Spot(fill(pattern, COLLECTING, code, ""), Whose.OWN)));
            String another = agency.equals("HEALTH") ? "POLICE" : "HEALTH";
            if (pattern.contains("{case}")) {
                String code = Database.caseOf(COLLECTING, another).orElseThrow();
                spots.add(new Spot(fill(pattern, COLLECTING, code, ""), Whose.ANOTHER_AGENCYS));
                spots.add(new Spot(fill(pattern, COLLECTING, COLLECTING + "-ZZZZ", ""), Whose.UNKNOWN));
            } else if (own.isEmpty()) {
                spots.add(new Spot(fill(pattern, COLLECTING, "", ""), Whose.ANOTHER_AGENCYS));
            }
        }
        spots.add(new Spot(Spot.unknown(pattern), Whose.UNKNOWN));
    }

    /** Answers of every agency are a panel's while it works: the audit whose panel does. */
    static void sheet(List<Spot> spots, String pattern, String agency) {
        boolean takesPart = Database.caseOf(MODERATED, agency).isPresent();
        spots.add(new Spot(fill(pattern, MODERATED, "", ""), takesPart ? Whose.OWN : Whose.ANOTHER_AGENCYS));
        if (takesPart) {
            Database.auditOfOthers(agency)
                    .filter(code -> !agency.equals("KSCB"))
                    .ifPresent(code -> spots.add(new Spot(fill(pattern, code, "", ""), Whose.ANOTHER_AGENCYS)));
        }
        spots.add(new Spot(Spot.unknown(pattern), Whose.UNKNOWN));
    }

    private static String fill(String pattern, String audit, String code, String agency) {
        return pattern.replace("{code}", audit)
                .replace("{case}", code)
                .replace("{agency}", agency)
                .replace("{question}", "Q1");
    }
}
