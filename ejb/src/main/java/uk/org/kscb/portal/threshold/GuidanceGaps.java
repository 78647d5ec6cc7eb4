package uk.org.kscb.portal.threshold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.org.kscb.portal.threshold.GuidanceText.AgeBand;
import uk.org.kscb.portal.threshold.GuidanceText.Domain;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.threshold.GuidanceText.Step;

/** What a text of the guidance lacks, or where it contradicts itself; a sentence each, for its writer. */
record GuidanceGaps(GuidanceText text) {
    private static final int YOUNGEST = -1; // before birth
    private static final int OLDEST = 17;

    /** What is missing or contradicts itself, a sentence each; empty for a text that can be put before partners. */
    List<String> all() {
        List<String> gaps = new ArrayList<>();
        if (text.title().isBlank()) {
            gaps.add("The text has no title.");
        }
        gaps.addAll(levels());
        gaps.addAll(areas());
        gaps.addAll(ages());
        gaps.addAll(ladder());
        gaps.addAll(examples());
        for (Level level : text.levels()) {
            if (text.at(level.no()).isEmpty()) {
                gaps.add("Level " + level.no() + " has no example.");
            }
        }
        if (text.changes().isBlank()) {
            gaps.add("Say in a few words what changed, so that staff need not search for it.");
        }
        return gaps;
    }

    List<String> levels() {
        List<String> gaps = new ArrayList<>();
        if (text.levels().size() != GuidanceText.LEVELS) {
            gaps.add("The guidance has " + GuidanceText.LEVELS
                    + " levels, for referrals, exercises and audits count by their numbers;" + " here are "
                    + text.levels().size() + ". Their names, colours and words are yours.");
        }
        for (int i = 0; i < text.levels().size(); i++) {
            Level level = text.levels().get(i);
            if (level.no() != i + 1) {
                gaps.add("Levels are numbered 1, 2, 3, 4 in their order; the " + (i + 1) + ". has number " + level.no()
                        + ".");
            }
            if (level.name().isBlank() || level.todo().isBlank()) {
                gaps.add("Level " + level.no() + " needs a name and what to do.");
            }
            if (!level.colour().matches("#[0-9a-fA-F]{6}")) {
                gaps.add("The colour of level " + level.no() + " is written as # and six figures or letters, such as"
                        + " #954278.");
            }
        }
        return gaps;
    }

    List<String> areas() {
        List<String> gaps = new ArrayList<>();
        if (text.domains().isEmpty()) {
            gaps.add("Name at least one area, such as “C | Child’s needs | The child”.");
        }
        Set<String> codes = new HashSet<>();
        for (Domain area : text.domains()) {
            if (!area.code().matches("[A-Z]{1,3}")
                    || area.name().isBlank()
                    || area.about().isBlank()) {
                gaps.add(
                        "Area “" + area.code() + "” needs one to three capital letters, a name and what one looks at.");
            }
            if (!codes.add(area.code())) {
                gaps.add("There are two areas “" + area.code() + "”.");
            }
        }
        return gaps;
    }

    List<String> ages() {
        List<String> gaps = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (AgeBand band : text.ages()) {
            if (!band.code().matches("[A-Za-z0-9-]{1,10}") || band.name().isBlank()) {
                gaps.add("The ages “" + band.code()
                        + "” need a name, and letters, figures or “-” to stand in an address.");
            }
            if (band.ageFrom() > band.ageTo() || band.ageFrom() < YOUNGEST || band.ageTo() > OLDEST) {
                gaps.add("The ages “" + band.name() + "” run from before birth (-1) to 17, the lower one first.");
            }
            if (!codes.add(band.code())) {
                gaps.add("Two lines of ages begin with “" + band.code() + "”.");
            }
        }
        return gaps;
    }

    List<String> ladder() {
        List<String> gaps = new ArrayList<>();
        List<Step> climbing =
                text.disagreement().stream().filter(s -> s.no() > 0).toList();
        for (int i = 0; i < climbing.size(); i++) {
            Step step = climbing.get(i);
            if (step.no() != i + 1 || step.no() > GuidanceText.STEPS) {
                gaps.add("The steps of the ladder are numbered 1 to at most " + GuidanceText.STEPS
                        + " in their order, with 0 for danger now; here stands " + step.no() + ".");
            } else if (step.who().isBlank() || step.workingDays().isEmpty()) {
                gaps.add(
                        "Step " + step.no() + " of the ladder says who talks to whom, and within how many working days,"
                                + " such as “2 further working days”.");
            }
        }
        return gaps;
    }

    List<String> examples() {
        List<String> gaps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : text.indicators()) {
            gaps.addAll(of(indicator));
            if (!ids.add(indicator.id())) {
                gaps.add("Example " + indicator.id() + " stands there twice.");
            }
        }
        return gaps;
    }

    private List<String> of(Indicator indicator) {
        List<String> gaps = new ArrayList<>();
        String which = "Example " + (indicator.id().isBlank() ? "without a number" : indicator.id());
        if (!indicator.id().matches("[A-Z]{1,3}\\d{1,4}")) {
            gaps.add(which + ": its number is a letter and figures, such as I65.");
        }
        if (indicator.statement().isBlank() || indicator.statement().length() > 400) {
            gaps.add(which + ": write what is seen, in at most 400 characters.");
        }
        if (text.level(indicator.level()).isEmpty()) {
            gaps.add(which + ": there is no level " + indicator.level() + ".");
        }
        if (text.domains().stream().noneMatch(d -> d.code().equals(indicator.domain()))) {
            gaps.add(which + ": there is no area “" + indicator.domain() + "”.");
        }
        if (indicator.ageFrom() > indicator.ageTo() || indicator.ageFrom() < YOUNGEST || indicator.ageTo() > OLDEST) {
            gaps.add(which + ": ages run from before birth (-1) to 17.");
        }
        if (indicator.themes().isEmpty() || indicator.themes().stream().anyMatch(String::isBlank)) {
            gaps.add(which + ": name at least one theme.");
        }
        return gaps;
    }
}
