package uk.org.kscb.portal.practiceaudit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Asked;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.CasesOf;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Graded;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Group;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Stated;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Tally;
import uk.org.kscb.portal.practiceaudit.store.AuditFigures.Took;

/**
 * Adds up the figures of an audit for a part of the county. A question that referrer and front door both answer counts by
 * the referrer's answer, so that each case counts once.
 *
 * @param here which agencies, districts and strata count
 */
record FigureCounts(AuditFigures figures, Where here) {

    /** Which agencies, districts and strata count. */
    interface Where {
        Where EVERYWHERE = group -> true;

        boolean includes(Group group);
    }

    FigureCounts in(Where where) {
        return new FigureCounts(figures, where);
    }

    static boolean headline(Asked question, AgencyPart part) {
        return question.by() == AnsweredBy.FRONT_DOOR ? part != AgencyPart.REFERRER : part != AgencyPart.FRONT_DOOR;
    }

    /** Met and asked by question id, in the order of the tool; questions that nobody was asked are not in it. */
    Map<Long, Share> met() {
        Map<Long, Share> met = new LinkedHashMap<>();
        eachTally((question, tally) -> met.merge(question.id(), new Share(tally.met(), tally.of()), Share::plus));
        return met;
    }

    /** Answers "does not apply" and "not known" by question id. */
    Map<Long, Long> left() {
        Map<Long, Long> left = new LinkedHashMap<>();
        eachTally((question, tally) -> left.merge(question.id(), tally.left(), Long::sum));
        return left;
    }

    Share allMet() {
        return met().values().stream().reduce(new Share(0, 0), Share::plus);
    }

    private interface TallyOf {
        void take(Asked question, Tally tally);
    }

    private void eachTally(TallyOf taker) {
        Map<Long, Asked> asked = new LinkedHashMap<>();
        figures.questions().stream().filter(Asked::counted).forEach(q -> asked.put(q.id(), q));
        for (Tally tally : figures.tallies()) {
            Asked question = asked.get(tally.question());
            if (question != null && headline(question, tally.part()) && here.includes(tally.group())) {
                taker.take(question, tally);
            }
        }
    }

    Map<ThresholdOutcome, Long> outcomes() {
        Map<ThresholdOutcome, Long> counts = new EnumMap<>(ThresholdOutcome.class);
        Stream.of(ThresholdOutcome.values()).forEach(o -> counts.put(o, 0L));
        for (Stated level : figures.levels()) {
            if (here.includes(level.group())) {
                counts.merge(ThresholdOutcome.of(level.stated(), level.judged()), level.cases(), Long::sum);
            }
        }
        return counts;
    }

    Share matched() {
        Map<ThresholdOutcome, Long> outcomes = outcomes();
        return new Share(
                outcomes.getOrDefault(ThresholdOutcome.MATCH, 0L),
                outcomes.values().stream().mapToLong(Long::longValue).sum());
    }

    List<Graded> grades(Predicate<Graded> which) {
        return figures.grades().stream()
                .filter(g -> here.includes(g.group()))
                .filter(which)
                .toList();
    }

    /** Moderated grades of good or better: the upper half of the scale. */
    Share goodOrBetter(GradingScheme scheme) {
        long good = 0;
        long all = 0;
        for (Graded graded : figures.grades()) {
            String moderated = graded.moderated();
            if (moderated != null
                    && !graded.subject().standard()
                    && scheme.has(moderated)
                    && here.includes(graded.group())) {
                all += graded.cases();
                good += scheme.rank(moderated) < scheme.grades().size() / 2 ? graded.cases() : 0;
            }
        }
        return new Share(good, all);
    }

    List<Took> took() {
        return figures.took().stream().filter(t -> here.includes(t.group())).toList();
    }

    long cases() {
        long referred = count(part -> part != AgencyPart.FRONT_DOOR);
        return referred > 0 ? referred : count(part -> true);
    }

    private long count(Predicate<AgencyPart> part) {
        return figures.cases().stream()
                .filter(c -> part.test(c.part()) && here.includes(c.group()))
                .mapToLong(CasesOf::cases)
                .sum();
    }

    List<String> districts() {
        return figures.cases().stream()
                .map(c -> c.group().district())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    List<Long> agencies() {
        return new ArrayList<>(
                figures.cases().stream().map(c -> c.group().agency()).distinct().toList());
    }
}
