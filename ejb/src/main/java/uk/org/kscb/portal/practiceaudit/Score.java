package uk.org.kscb.portal.practiceaudit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the answers to one case add up to: a prompt for whoever grades, never the grade. Yes, partly, no give 2, 1, 0
 * points; the scale of 0 to 3 is scaled to the same; what does not apply or is not known drops out of the available
 * points. Source: BRIEF 4.8.
 *
 * @param percent points of available, 0 to 100; empty when nothing counted
 * @param sections the same a section, in order
 * @param insufficient more than a quarter of the scored questions do not apply, are not known or stay unanswered
 * @param suggested grade that the percentage suggests, capped; empty when the evidence is insufficient
 * @param standards section of each standard that is graded
 * @param caps critical fails, and the grade that each caps
 * @param threshold what the referrer's level was against the judged one
 */
public record Score(
        Optional<Integer> percent,
        Map<String, SectionScore> sections,
        boolean insufficient,
        Optional<GradingScheme.Grade> suggested,
        Map<GradeSubject, String> standards,
        List<Cap> caps,
        ThresholdOutcome threshold) {

    private static final double MOST_MISSING = 0.25;
    private static final BigDecimal FULL = new BigDecimal(2);
    private static final String STATED = "Q14";
    private static final String JUDGED = "Q15";

    /** @param points and available in the same unit; @param counted questions in the denominator; @param missing not applicable, not known or unanswered */
    public record SectionScore(String title, BigDecimal points, BigDecimal available, int counted, int missing) {
        /** More than a quarter of what is scored does not apply, is not known or is not answered. */
        public boolean insufficient() {
            return available.signum() == 0 || missing > MOST_MISSING * (counted + missing);
        }

        SectionScore plus(SectionScore more) {
            return new SectionScore(
                    title,
                    points.add(more.points),
                    available.add(more.available),
                    counted + more.counted,
                    missing + more.missing);
        }

        public Optional<Integer> percent() {
            return Score.percent(points, available);
        }
    }

    /** A critical fail: this answer to this question holds that grade down. */
    public record Cap(String ref, String question, GradeSubject subject) {}

    /** All four are reported; they are never folded together. */
    public enum ThresholdOutcome {
        MATCH("Match", "The referrer’s level and the judged one are the same."),
        TOO_HIGH("Referred too high", "The referrer said a higher level than is judged."),
        TOO_LOW("Referred too low", "The referrer said a lower level than is judged. This is the dangerous one."),
        NONE_GIVEN("No level given", "The referrer gave no level."),
        NOT_ANSWERED("Not answered yet", "Both levels are needed.");

        private final String words;
        private final String meaning;

        ThresholdOutcome(String words, String meaning) {
            this.words = words;
            this.meaning = meaning;
        }

        public String words() {
            return words;
        }

        public String meaning() {
            return meaning;
        }

        /** @param stated and judged 1 to 4, NONE, or null while unanswered */
        public static ThresholdOutcome of(@Nullable String stated, @Nullable String judged) {
            if ("NONE".equals(stated)) {
                return NONE_GIVEN;
            }
            if (stated == null || judged == null || judged.equals("NONE")) {
                return NOT_ANSWERED;
            }
            int difference = Integer.parseInt(stated) - Integer.parseInt(judged);
            return difference == 0 ? MATCH : difference > 0 ? TOO_HIGH : TOO_LOW;
        }
    }

    /**
     * @param questions that the agency is asked
     * @param answers by ref; what is not there is not answered
     */
    public static Score of(List<Question> questions, Map<String, String> answers, GradingScheme scheme) {
        Map<String, SectionScore> sections = new LinkedHashMap<>();
        Map<GradeSubject, String> standards = new EnumMap<>(GradeSubject.class);
        List<Cap> caps = new ArrayList<>();
        Set<String> wanted = Question.wanted(questions, answers);
        int scored = 0;
        int missing = 0;
        for (Question q : questions) {
            if (!wanted.contains(q.ref())) {
                continue;
            }
            if (q.gradeSubject() != null && q.gradeSubject().standard()) {
                standards.put(q.gradeSubject(), q.section());
            }
            String answer = answers.get(q.ref());
            if (q.criticalWhen() != null
                    && q.criticalCaps() != null
                    && q.criticalWhen().equals(answer)) {
                caps.add(new Cap(q.ref(), q.text(), q.criticalCaps()));
            }
            if (!q.scored()) {
                continue;
            }
            scored++;
            Optional<BigDecimal> points = points(q, answer);
            missing += points.isEmpty() ? 1 : 0;
            sections.merge(
                    q.section(),
                    points.map(p -> new SectionScore(
                                    q.sectionTitle(), p.multiply(q.weight()), FULL.multiply(q.weight()), 1, 0))
                            .orElseGet(
                                    () -> new SectionScore(q.sectionTitle(), BigDecimal.ZERO, BigDecimal.ZERO, 0, 1)),
                    SectionScore::plus);
        }
        BigDecimal points =
                sections.values().stream().map(SectionScore::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal available =
                sections.values().stream().map(SectionScore::available).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Integer> percent = percent(points, available);
        boolean insufficient = percent.isEmpty() || missing > MOST_MISSING * scored;
        return new Score(
                percent,
                sections,
                insufficient,
                insufficient ? Optional.empty() : percent.map(p -> scheme.suggested(share(points, available))),
                standards,
                List.copyOf(caps),
                ThresholdOutcome.of(answers.get(STATED), answers.get(JUDGED)));
    }

    /** Whether a critical fail holds this grade down. */
    public boolean capped(GradeSubject subject) {
        return caps.stream().anyMatch(c -> c.subject() == subject || subject == GradeSubject.OVERALL);
    }

    /** What is suggested for a grade: the worst where a critical fail caps it. */
    public Optional<GradingScheme.Grade> suggestedFor(GradeSubject subject, GradingScheme scheme) {
        if (capped(subject)) {
            return Optional.of(scheme.worst());
        }
        return subject.standard()
                ? Optional.ofNullable(standards.get(subject))
                        .flatMap(section -> Optional.ofNullable(sections.get(section)))
                        .filter(s -> !s.insufficient())
                        .map(s -> scheme.suggested(share(s.points(), s.available())))
                : suggested;
    }

    private static Optional<BigDecimal> points(Question q, @Nullable String answer) {
        if (answer == null) {
            return Optional.empty();
        }
        return switch (q.kind() + " " + answer) {
            case "YES_NO YES" -> Optional.of(q.critical() && "YES".equals(q.criticalWhen()) ? BigDecimal.ZERO : FULL);
            case "YES_NO PARTLY" -> Optional.of(BigDecimal.ONE);
            case "YES_NO NO" -> Optional.of(q.critical() && "YES".equals(q.criticalWhen()) ? FULL : BigDecimal.ZERO);
            case "SCALE 0", "SCALE 1", "SCALE 2", "SCALE 3" ->
                Optional.of(new BigDecimal(answer)
                        .multiply(FULL)
                        .divide(new BigDecimal(3), java.math.MathContext.DECIMAL64));
            default -> Optional.empty();
        };
    }

    private static double share(BigDecimal points, BigDecimal available) {
        return points.multiply(new BigDecimal(100))
                .divide(available, java.math.MathContext.DECIMAL64)
                .doubleValue();
    }

    private static Optional<Integer> percent(BigDecimal points, BigDecimal available) {
        return available.signum() == 0 ? Optional.empty() : Optional.of((int) Math.round(share(points, available)));
    }
}
