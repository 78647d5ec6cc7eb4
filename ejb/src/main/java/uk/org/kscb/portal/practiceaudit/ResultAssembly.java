package uk.org.kscb.portal.practiceaudit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.statistics.Krippendorff;
import uk.org.kscb.portal.platform.statistics.ManyRaters;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.practiceaudit.ResultView.GradeTable;
import uk.org.kscb.portal.practiceaudit.ResultView.GroupLine;
import uk.org.kscb.portal.practiceaudit.ResultView.LevelItem;
import uk.org.kscb.portal.practiceaudit.ResultView.Levels;
import uk.org.kscb.portal.practiceaudit.ResultView.OutcomeLine;
import uk.org.kscb.portal.practiceaudit.ResultView.OwnQuestion;
import uk.org.kscb.portal.practiceaudit.ResultView.QuestionLine;
import uk.org.kscb.portal.practiceaudit.ResultView.SectionLine;
import uk.org.kscb.portal.practiceaudit.ResultView.Shown;
import uk.org.kscb.portal.practiceaudit.ResultView.Speed;
import uk.org.kscb.portal.practiceaudit.ResultView.Strata;
import uk.org.kscb.portal.practiceaudit.ResultView.StratumLine;
import uk.org.kscb.portal.practiceaudit.ResultView.Threshold;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Stratum;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Asked;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Rated;

/**
 * Turns counts into the lines of a page. With {@code careful} small numbers are kept back, and a second one wherever the
 * first could be worked out (BRIEF 6.4).
 *
 * @param agency whose own figures the reader has beside these and can take off them; {@link #NOBODYS} for who reads them all
 */
record ResultAssembly(FigureCounts county, FigureCounts here, boolean careful, long agency) {
    static final long NOBODYS = -1;

    private static final int FEWEST_OTHERS = 2;

    /** Cases below which agreement is kept back (BRIEF 4.9). */
    private static final int FEWEST_ITEMS = 10;

    private static final int MOST_ITEMS = 20;

    /** Only a part of the county is asked for: what is not counted by parts is then not shown. */
    boolean narrowed() {
        return county.here() != here.here();
    }

    private boolean owns() {
        return agency != NOBODYS;
    }

    private FigureCounts own() {
        return county.in(group -> group.agency() == agency);
    }

    /** An agency reads what it was asked itself; the rest are others' answers. */
    private boolean asked(Asked question, Map<Long, Share> ours) {
        return !owns() || ours.getOrDefault(question.id(), new Share(0, 0)).of() > 0;
    }

    /** Own cases taken off the county's, what is left would tell of one other agency, or of few cases. */
    private boolean tells(Asked question, Map<Long, Share> ours) {
        if (!owns()) {
            return false;
        }
        Share all = county.met().getOrDefault(question.id(), new Share(0, 0));
        return SmallNumbers.small(rest(all, ours.getOrDefault(question.id(), new Share(0, 0))))
                || othersAsked(question, agency) < FEWEST_OTHERS;
    }

    private static Share rest(Share all, Share ours) {
        return new Share(all.count() - ours.count(), all.of() - ours.of());
    }

    private Shown shown(Share share) {
        return careful && SmallNumbers.small(share) ? Shown.KEPT_BACK : Shown.of(share);
    }

    /** Weakest first: that is where work is needed. What nobody was asked comes last. */
    List<QuestionLine> questions() {
        Map<Long, Share> met = here.met();
        Map<Long, Long> left = here.left();
        Map<Long, Share> ours = own().met();
        Map<Long, AuditFigures.Alike> alike =
                here.figures().alike().stream().collect(Collectors.toMap(AuditFigures.Alike::question, a -> a));
        return here.figures().questions().stream()
                .filter(q -> met.containsKey(q.id()) && asked(q, ours))
                .sorted(Comparator.comparingDouble((Asked q) ->
                        met.getOrDefault(q.id(), new Share(0, 0)).value().orElse(2)))
                .map(q -> new QuestionLine(
                        q.ref(),
                        q.section(),
                        q.text(),
                        tells(q, ours) ? Shown.KEPT_BACK : shown(met.getOrDefault(q.id(), new Share(0, 0))),
                        left.getOrDefault(q.id(), 0L),
                        narrowed() || owns() ? null : both(alike.get(q.id()))))
                .toList();
    }

    private @Nullable Shown both(AuditFigures.@Nullable Alike alike) {
        return alike == null ? null : shown(new Share(alike.same(), alike.both()));
    }

    List<SectionLine> sections() {
        Map<Long, Share> met = here.met();
        Map<Long, Share> ours = own().met();
        Set<String> telling = new HashSet<>();
        Map<String, Share> sums = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, List<Share>> parts = new LinkedHashMap<>();
        for (Asked question : here.figures().questions()) {
            Share share = met.get(question.id());
            if (share != null && asked(question, ours)) {
                if (tells(question, ours)) {
                    telling.add(question.section());
                }
                sums.merge(question.section(), share, Share::plus);
                titles.putIfAbsent(question.section(), question.sectionTitle());
                parts.computeIfAbsent(question.section(), section -> new ArrayList<>())
                        .add(share);
            }
        }
        return sums.entrySet().stream()
                .map(e -> new SectionLine(
                        e.getKey(),
                        titles.getOrDefault(e.getKey(), ""),
                        telling.contains(e.getKey()) || givesAway(parts.getOrDefault(e.getKey(), List.of()))
                                ? Shown.KEPT_BACK
                                : shown(e.getValue())))
                .toList();
    }

    /** Whether a section's sum, its other questions taken off, tells the one that is kept back. */
    private boolean givesAway(List<Share> questions) {
        return careful
                && SmallNumbers.givenAway(
                        questions, questions.stream().map(SmallNumbers::small).toList());
    }

    /** All four outcomes, or null where no level was judged. */
    @Nullable
    Threshold threshold() {
        Share matched = here.matched();
        if (matched.of() == 0 || owns() && othersReferred() < FEWEST_OTHERS) {
            return null;
        }
        Map<ThresholdOutcome, Long> ours = own().outcomes();
        long oursInAll = own().matched().of();
        Map<ThresholdOutcome, Long> counts = here.outcomes();
        List<Share> shares = counts.values().stream()
                .map(count -> new Share(count, matched.of()))
                .toList();
        List<Boolean> telling = counts.entrySet().stream()
                .map(e -> owns()
                        && SmallNumbers.small(rest(
                                new Share(e.getValue(), matched.of()),
                                new Share(ours.getOrDefault(e.getKey(), 0L), oursInAll))))
                .toList();
        List<Boolean> hidden = careful
                ? SmallNumbers.hidden(shares, telling)
                : shares.stream().map(s -> false).toList();
        List<OutcomeLine> lines = new ArrayList<>();
        int at = 0;
        for (ThresholdOutcome outcome : counts.keySet()) {
            lines.add(new OutcomeLine(outcome, hidden.get(at) ? Shown.KEPT_BACK : Shown.of(shares.get(at))));
            at++;
        }
        return new Threshold(lines.getFirst().share(), lines, matched.of());
    }

    List<GroupLine> agencies(Map<Long, AgencyBadge> badges, GradingScheme scheme) {
        List<Long> ids =
                badges.keySet().stream().filter(county.agencies()::contains).toList();
        List<FigureCounts> counts =
                ids.stream().map(id -> county.in(group -> group.agency() == id)).toList();
        List<String> names = ids.stream()
                .map(id -> badges.getOrDefault(id, new AgencyBadge("", "?", "?", false, false))
                        .name())
                .toList();
        List<GroupLine> lines = groups(names, counts, scheme);
        return IntStream.range(0, ids.size())
                .mapToObj(i -> {
                    GroupLine line = lines.get(i);
                    return new GroupLine(
                            badges.get(ids.get(i)),
                            line.name(),
                            line.cases(),
                            line.comparable(),
                            line.met(),
                            line.matched(),
                            line.goodOrBetter());
                })
                .toList();
    }

    List<GroupLine> districts(GradingScheme scheme) {
        List<String> names = county.districts();
        return groups(
                names,
                names.stream()
                        .map(name -> county.in(group -> group.district().equals(name)))
                        .toList(),
                scheme);
    }

    /**
     * Stratum by stratum, and the whole county as its population is made up: what was drawn more thickly counts less.
     *
     * @param drawn strata as they were drawn
     * @return null where nothing was drawn by strata, or all of them whole
     */
    @Nullable
    Strata strata(List<Stratum> drawn, GradingScheme scheme) {
        boolean whole = drawn.stream().allMatch(s -> s.population() == s.sample());
        if (drawn.size() < 2 || whole) {
            return null;
        }
        List<String> names = drawn.stream().map(Stratum::name).toList();
        List<FigureCounts> counts = names.stream()
                .map(name -> county.in(group -> group.stratum().equals(name)))
                .toList();
        List<GroupLine> lines = groups(names, counts, scheme);
        return new Strata(
                IntStream.range(0, names.size())
                        .mapToObj(i -> new StratumLine(drawn.get(i).population(), lines.get(i)))
                        .toList(),
                weighted(drawn, counts.stream().map(FigureCounts::allMet).toList()),
                weighted(drawn, counts.stream().map(FigureCounts::matched).toList()),
                weighted(drawn, counts.stream().map(c -> c.goodOrBetter(scheme)).toList()));
    }

    /** With it and the plain figure two small strata could be worked out: then it is not told. */
    private @Nullable Double weighted(List<Stratum> drawn, List<Share> shares) {
        if (shares.stream().anyMatch(s -> s.of() == 0)
                || careful && shares.stream().anyMatch(SmallNumbers::small)) {
            return null;
        }
        double sum = 0;
        long population = 0;
        for (int i = 0; i < shares.size(); i++) {
            sum += drawn.get(i).population() * shares.get(i).value().orElse(0);
            population += drawn.get(i).population();
        }
        return sum / population;
    }

    /** How long front doors took, or null where the tool does not ask. */
    @Nullable
    Speed speed() {
        List<AuditFigures.Took> took = here.took();
        if (took.isEmpty()) {
            return null;
        }
        double[] hours =
                took.stream().mapToDouble(AuditFigures.Took::hours).sorted().toArray();
        Share inTime = new Share(took.stream().filter(t -> t.workingDays() <= 1).count(), took.size());
        boolean few = careful && took.size() <= SmallNumbers.SMALL_BASE;
        return new Speed(
                took.size(),
                few ? null : (hours[(hours.length - 1) / 2] + hours[hours.length / 2]) / 2,
                few ? null : hours[hours.length - 1],
                shown(inTime));
    }

    private List<GroupLine> groups(List<String> names, List<FigureCounts> counts, GradingScheme scheme) {
        List<Boolean> few =
                counts.stream().map(c -> c.cases() < Share.COMPARABLE).toList();
        List<Shown> met =
                protectedTogether(counts.stream().map(FigureCounts::allMet).toList(), few);
        List<Shown> matched =
                protectedTogether(counts.stream().map(FigureCounts::matched).toList(), few);
        List<Shown> good = protectedTogether(
                counts.stream().map(c -> c.goodOrBetter(scheme)).toList(), few);
        return IntStream.range(0, names.size())
                .mapToObj(i -> new GroupLine(
                        null,
                        names.get(i),
                        counts.get(i).cases(),
                        !few.get(i),
                        met.get(i),
                        matched.get(i),
                        good.get(i)))
                .toList();
    }

    /** Cells that add up to the county's figure. */
    private List<Shown> protectedTogether(List<Share> shares, List<Boolean> few) {
        if (!careful) {
            return shares.stream().map(Shown::of).toList();
        }
        List<Boolean> hidden = SmallNumbers.hidden(shares, few);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> hidden.get(i) ? Shown.KEPT_BACK : Shown.of(shares.get(i)))
                .toList();
    }

    private long othersReferred() {
        return here.figures().levels().stream()
                .map(level -> level.group().agency())
                .filter(referrer -> referrer != agency)
                .distinct()
                .count();
    }

    /** Grades of all together, where own ones taken off do not tell of one other agency. */
    List<GradeTable> grades(GradingScheme scheme, boolean keepBack) {
        FigureCounts others = county.in(group -> group.agency() != agency);
        long graded = others.grades(g -> g.moderated() != null).stream()
                .map(g -> g.group().agency())
                .distinct()
                .count();
        return owns() && graded < FEWEST_OTHERS
                ? List.of()
                : GradeAssembly.tables(here, owns() ? others : here, scheme, keepBack);
    }

    /** Own share beside the county's. The county's is kept back where, own cases taken off, it tells of one other agency. */
    List<OwnQuestion> beside(FigureCounts own, long agency) {
        Map<Long, Share> ours = own.met();
        Map<Long, Share> all = county.met();
        return here.figures().questions().stream()
                .filter(q -> ours.containsKey(q.id()))
                .map(q -> {
                    Share mine = ours.getOrDefault(q.id(), new Share(0, 0));
                    Share everybody = all.getOrDefault(q.id(), mine);
                    boolean tells = SmallNumbers.small(rest(everybody, mine)) || othersAsked(q, agency) < FEWEST_OTHERS;
                    return new OwnQuestion(
                            q.ref(), q.text(), Shown.of(mine), tells ? Shown.KEPT_BACK : Shown.of(everybody));
                })
                .toList();
    }

    private long othersAsked(Asked question, long agency) {
        return county.figures().tallies().stream()
                .filter(t -> t.question() == question.id()
                        && t.of() > 0
                        && t.group().agency() != agency
                        && FigureCounts.headline(question, t.part()))
                .map(t -> t.group().agency())
                .distinct()
                .count();
    }

    /** Other agencies that answered for a case. */
    private long othersJudged() {
        return county.figures().cases().stream()
                .filter(c -> c.cases() > 0 && c.group().agency() != agency)
                .map(c -> c.group().agency())
                .distinct()
                .count();
    }

    /**
     * How alike the levels are; to those who do not see single cases only of as many as give none away.
     *
     * @param named whether single cases may be shown
     */
    @Nullable
    Levels levels(boolean named) {
        List<Rated> rated = here.figures().ratings().stream()
                .filter(r -> r.counts().stream().mapToInt(Integer::intValue).sum() > 1)
                .toList();
        if (rated.isEmpty() || !named && (rated.size() < FEWEST_ITEMS || owns() && othersJudged() < FEWEST_OTHERS)) {
            return null;
        }
        var many = new ManyRaters(rated.stream().map(Rated::counts).toList());
        var agreement = many.agreement();
        List<LevelItem> items = !named
                ? List.of()
                : IntStream.range(0, rated.size())
                        .mapToObj(i -> new LevelItem(
                                rated.get(i).code(),
                                rated.get(i).counts(),
                                many.agreementByItem().get(i).orElse(0)))
                        .sorted(Comparator.comparingDouble(LevelItem::agreement).thenComparing(LevelItem::code))
                        .limit(MOST_ITEMS)
                        .toList();
        return new Levels(
                rated.size(),
                agreement.isPresent() ? agreement.getAsDouble() : null,
                many.kappa(),
                Krippendorff.ofCounts(many.counts()).ordinal(),
                items);
    }
}
