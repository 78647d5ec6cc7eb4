package uk.org.kscb.portal.vignette;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.vignette.ExerciseResults.AgencyCell;
import uk.org.kscb.portal.vignette.ExerciseResults.CaseResult;
import uk.org.kscb.portal.vignette.ExerciseResults.Earlier;
import uk.org.kscb.portal.vignette.model.Case;
import uk.org.kscb.portal.vignette.model.Exercise;
import uk.org.kscb.portal.vignette.store.VignetteStore;
import uk.org.kscb.portal.vignette.store.VignetteStore.Given;

/** Results of closed exercises: the least agreed case first, small numbers kept back, no names. */
@Stateless
public class VignetteResults {

    private static final int LEVELS = GuidanceText.LEVELS;

    @Inject
    private VignetteStore store;

    @Inject
    private PortalClock clock;

    /** @throws NotClosed while answers may still come: results would steer them */
    @Door(Permission.READ_VIGNETTES)
    public ExerciseResults results(String id) {
        Exercise exercise = store.require(id);
        if (exercise.state(clock.today()) != ExerciseState.CLOSED) {
            throw new NotClosed();
        }
        boolean panel = CurrentViewer.require().may(Permission.MANAGE_VIGNETTES);
        List<Given> given = store.given(exercise);
        Agreement agreement = agreement(exercise, given);
        Optional<Exercise> before = exercise.repeats();
        Map<String, OptionalDouble> beforeByCode = new LinkedHashMap<>();
        Optional<Earlier> earlier = before.map(e -> earlier(e, beforeByCode, panel));
        List<CaseResult> cases = new ArrayList<>();
        for (int i = 0; i < exercise.cases().size(); i++) {
            Case about = exercise.cases().get(i);
            cases.add(result(
                    about,
                    agreement,
                    i,
                    given.stream().filter(g -> g.code().equals(about.code())).toList(),
                    panel,
                    beforeByCode.getOrDefault(about.code(), OptionalDouble.empty())));
        }
        cases.sort(Comparator.comparingDouble((CaseResult c) -> c.agreement().orElse(2)));
        cases.replaceAll(CaseResult::careful);
        return new ExerciseResults(
                ExerciseViews.of(exercise, store.own(CurrentViewer.require().memberId()), clock.today()),
                people(given),
                (int) given.stream().map(Given::agency).distinct().count(),
                told(panel, given) ? agreement.overall() : OptionalDouble.empty(),
                told(panel, given) ? agreement.fleiss() : Coefficient.notCalculable(0),
                told(panel, given) ? agreement.alpha() : Coefficient.notCalculable(0),
                cases,
                earlier);
    }

    private static int people(List<Given> given) {
        return (int) given.stream().map(Given::rater).distinct().count();
    }

    /** Two people, or one case: from a figure of all of them each would learn the other's answers. */
    private static boolean told(boolean panel, List<Given> given) {
        return panel || people(given) > SmallNumbers.SMALL_BASE;
    }

    private Earlier earlier(Exercise exercise, Map<String, OptionalDouble> byCode, boolean panel) {
        List<Given> given = store.given(exercise);
        Agreement agreement = agreement(exercise, given);
        for (int i = 0; i < exercise.cases().size(); i++) {
            boolean shown = panel || agreement.answers(i) > SmallNumbers.SMALL_BASE;
            byCode.put(exercise.cases().get(i).code(), shown ? agreement.of(i) : OptionalDouble.empty());
        }
        return new Earlier(
                exercise.publicId(),
                exercise.title(),
                told(panel, given) ? agreement.overall() : OptionalDouble.empty(),
                told(panel, given) ? agreement.fleiss() : Coefficient.notCalculable(0),
                told(panel, given) ? agreement.alpha() : Coefficient.notCalculable(0));
    }

    private static Agreement agreement(Exercise exercise, List<Given> given) {
        int people = people(given);
        List<List<Optional<Integer>>> cases = new ArrayList<>();
        for (Case about : exercise.cases()) {
            List<Optional<Integer>> answers = new ArrayList<>(java.util.Collections.nCopies(people, Optional.empty()));
            given.stream()
                    .filter(g -> g.code().equals(about.code()))
                    .forEach(g -> answers.set(g.rater(), Optional.of(g.level())));
            cases.add(answers);
        }
        return new Agreement(cases);
    }

    private static CaseResult result(
            Case about, Agreement agreement, int which, List<Given> given, boolean panel, OptionalDouble before) {
        int usual = agreement.usual(which);
        int answers = agreement.answers(which);
        boolean shown = panel || answers > SmallNumbers.SMALL_BASE;
        return new CaseResult(
                about.code(),
                about.words(),
                about.indicators(),
                answers,
                shown ? counts(agreement.counts(which), panel) : List.of(),
                agreement.of(which),
                shown,
                usual,
                about.panelLevel().orElse(null),
                byAgency(given, usual),
                panel ? given.stream().map(Given::why).sorted().toList() : List.of(),
                before);
    }

    /** Few who chose a level are told to the panel alone (BRIEF 6.4). */
    static List<Optional<Integer>> counts(List<Integer> levels, boolean panel) {
        long all = levels.stream().mapToLong(Integer::longValue).sum();
        List<Boolean> hidden = SmallNumbers.hidden(
                levels.stream().map(count -> new Share(count, all)).toList());
        List<Optional<Integer>> told = IntStream.range(0, levels.size())
                .mapToObj(i -> told(!panel && hidden.get(i), levels.get(i)))
                .toList();
        return told.stream().allMatch(Optional::isEmpty) ? List.of() : told;
    }

    /**
     * In the order of the list of agencies, never in that of their figures: this is no league table. Whoever has the figures
     * of the whole case cannot work out a small one of an agency.
     */
    static List<AgencyCell> byAgency(List<Given> given, int usual) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, long[]> counts = new LinkedHashMap<>();
        for (Given g : given) {
            names.put(g.agency(), g.agencyName());
            counts.computeIfAbsent(g.agency(), code -> new long[LEVELS])[g.level() - 1]++;
        }
        List<List<Share>> table = counts.values().stream()
                .map(row -> Arrays.stream(row)
                        .mapToObj(count -> new Share(count, Arrays.stream(row).sum()))
                        .toList())
                .toList();
        List<List<Boolean>> hidden = SmallNumbers.hiddenInTable(table);
        List<AgencyCell> cells = new ArrayList<>();
        for (Map.Entry<String, String> agency : names.entrySet()) {
            int row = cells.size();
            List<Optional<Long>> levels = IntStream.range(0, LEVELS)
                    .mapToObj(level -> told(
                            hidden.get(row).get(level),
                            table.get(row).get(level).count()))
                    .toList();
            cells.add(new AgencyCell(
                    agency.getKey(),
                    agency.getValue(),
                    told(hidden.get(row).get(usual - 1), table.get(row).get(usual - 1)),
                    levels.stream().allMatch(Optional::isEmpty) ? List.of() : levels));
        }
        return cells;
    }

    private static <T> Optional<T> told(boolean hidden, T figure) {
        return hidden ? Optional.empty() : Optional.of(figure);
    }

    /** Answers may still come. */
    public static class NotClosed extends Refusal {
        private static final long serialVersionUID = 1L;

        NotClosed() {
            super("Results are shown when the exercise is closed, so that nobody is steered by others' answers.");
        }
    }
}
