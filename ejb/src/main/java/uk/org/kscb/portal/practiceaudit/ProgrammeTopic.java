package uk.org.kscb.portal.practiceaudit;

import java.util.Arrays;
import java.util.List;

/** What a year's programme must hold at least once, so that it is balanced. Source: brief, 4.3. */
public enum ProgrammeTopic {
    FRONT_DOOR("the front door or thresholds"),
    EARLY_HELP("early help"),
    IN_CARE("children in care"),
    REAUDIT("a re-audit");

    private final String words;

    ProgrammeTopic(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public static List<ProgrammeTopic> all() {
        return Arrays.asList(values());
    }
}
