package uk.org.kscb.portal.practiceaudit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Role;
import uk.org.kscb.portal.platform.security.Viewer;

/**
 * For which board a member speaks when a recommendation of a practice audit is decided on: the Safeguarding Children Board,
 * the Improvement Board, or the independent chair. Decisions are per board; nobody speaks for two at once. Source: BRIEF
 * 4.11 and 9.
 */
public final class DecidingBoards {
    private static final Set<String> BOARDS = Set.of("Kent Safeguarding Children Board", "KSCB", "Improvement Board");
    private static final String CHAIR = "Independent chair";

    private DecidingBoards() {}

    /** Whom the viewer may speak for; empty for a member of boards that do not decide. */
    public static List<String> of(Viewer viewer) {
        return Stream.concat(
                        viewer.boards().stream().filter(BOARDS::contains).sorted(),
                        viewer.roles().contains(Role.CHAIR) ? Stream.of(CHAIR) : Stream.empty())
                .toList();
    }

    /**
     * @param asked whom the viewer says to speak for; empty where there is one only
     * @throws Refusal when there is more than one to choose from, or none
     * @throws NotVisible when the viewer does not speak for it
     */
    static String choose(Viewer viewer, String asked) {
        List<String> mine = of(viewer);
        if (mine.isEmpty()) {
            throw new Refusal("Your board does not decide on recommendations of practice audits.");
        }
        if (asked.isEmpty() && mine.size() > 1) {
            throw new Refusal("board", "Choose the board that decided.");
        }
        if (!asked.isEmpty() && !mine.contains(asked)) {
            throw new NotVisible("board of yours");
        }
        return asked.isEmpty() ? mine.getFirst() : asked;
    }
}
