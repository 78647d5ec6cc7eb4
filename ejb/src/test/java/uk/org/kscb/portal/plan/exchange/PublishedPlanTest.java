package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.plan.Oddity.Kind;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.Action;
import uk.org.kscb.portal.plan.PlanDocument.Milestone;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;

/** The plan as published in March 2011, in each of its formats, against the starting plan that was made by hand. */
class PublishedPlanTest {

    private static final String WORD = "putting-children-first.docx";
    private static final String EXCEL = "putting-children-first.xlsx";
    private static final String CSV = "putting-children-first.csv";

    /** Where the lead's post names the agency and a file has no list of posts. */
    private static final Set<String> NEED_POSTS = Set.of("2.3.2", "2.3.4", "2.4.5", "4.2.5", "4.4.2");

    @ParameterizedTest
    @ValueSource(strings = {WORD, EXCEL, CSV})
    void the_counts_are_those_of_the_published_plan(String file) {
        PlanDocument plan = PlanSamples.read(file).plan();
        assertThat(plan.priorities()).hasSize(6);
        assertThat(plan.outcomes()).hasSize(26);
        assertThat(plan.actions()).hasSize(129);
        assertThat(plan.actions().mapToInt(a -> a.milestones().size()).sum()).isEqualTo(160);
        assertThat(steps(plan).stream().mapToInt(m -> m.measures().size()).sum())
                .isEqualTo(284);
        assertThat(plan.actions().mapToLong(a -> a.supports().all().count()).sum())
                .isEqualTo(129);
        assertThat(plan.actions().filter(a -> !a.jointWith().isEmpty())).hasSize(33);
        assertThat(plan.actions().filter(Action::completed)).hasSize(11);
        assertThat(steps(plan).stream().filter(Milestone::completed)).hasSize(13);
        assertThat(steps(plan).stream().filter(Milestone::review)).hasSize(23);
        assertThat(plan.actions().flatMap(a -> a.leads().stream()).map(l -> l.toLowerCase(Locale.UK)))
                .satisfies(leads -> assertThat(Set.copyOf(leads)).hasSize(31));
    }

    @Test
    void the_word_file_has_149_rows_of_which_ten_hold_several_dates() {
        PlanReading reading = PlanSamples.read(WORD);
        long split = reading.oddities().stream()
                .filter(o -> o.kind() == Kind.STRUCTURE && o.read().endsWith("steps"))
                .count();
        long added = steps(reading.plan()).stream()
                        .filter(m -> m.timescaleCellRaw() != null)
                        .count()
                - split;
        assertThat(split).isEqualTo(10);
        assertThat(160 - added).isEqualTo(149);
    }

    @ParameterizedTest
    @ValueSource(strings = {WORD, EXCEL, CSV})
    void the_four_impossible_dates_are_found(String file) {
        assertThat(PlanSamples.read(file).oddities().stream().filter(o -> o.kind() == Kind.IMPOSSIBLE_DATE))
                .extracting(Oddity::ref)
                .containsExactly("1.2.6", "2.4.1", "2.4.6", "4.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {WORD, EXCEL, CSV})
    void every_step_has_the_dates_that_were_read_by_hand(String file) {
        PlanDocument plan = PlanSamples.read(file).plan();
        SoftAssertions softly = new SoftAssertions();
        PlanSamples.startingPlan().plan().actions().forEach(expected -> {
            Action read = plan.action(expected.ref()).orElseThrow();
            assertThat(read.milestones()).as(expected.ref()).hasSameSizeAs(expected.milestones());
            for (int i = 0; i < expected.milestones().size(); i++) {
                compare(
                        softly,
                        expected.ref(),
                        expected.milestones().get(i),
                        read.milestones().get(i));
            }
        });
        softly.assertAll();
    }

    private static void compare(SoftAssertions softly, String ref, Milestone expected, Milestone read) {
        String step = ref + " step " + expected.no();
        softly.assertThat(read.start()).as(step + " start").isEqualTo(expected.start());
        softly.assertThat(read.end()).as(step + " end").isEqualTo(expected.end());
        softly.assertThat(read.review()).as(step + " review").isEqualTo(expected.review());
        softly.assertThat(read.completed()).as(step + " completed").isEqualTo(expected.completed());
        softly.assertThat(read.recurrence()).as(step + " recurrence").isEqualTo(expected.recurrence());
        softly.assertThat(read.timescaleRaw()).as(step + " wording").endsWith(expected.timescaleRaw());
        softly.assertThat(read.measures()).as(step + " measures").hasSameSizeAs(expected.measures());
        softly.assertThat(read.leads()).as(step + " leads").hasSameSizeAs(expected.leads());
        softly.assertThat(read.leadsInherited()).as(step + " inherited").isEqualTo(expected.leadsInherited());
        softly.assertThat(read.sameMeasuresAs()).as(step + " same").isEqualTo(expected.sameMeasuresAs());
        softly.assertThat(read.dateNote() == null).as(step + " note").isEqualTo(expected.dateNote() == null);
        softly.assertThat(every(read)).as(step + " measures that recur").isEqualTo(every(expected));
    }

    private static List<String> every(Milestone step) {
        return step.measureRecurrences().stream()
                .map(r -> r.measure() + " " + r.every())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORD, EXCEL, CSV})
    void references_links_and_markers_are_those_read_by_hand(String file) {
        PlanDocument plan = PlanSamples.read(file).plan();
        SoftAssertions softly = new SoftAssertions();
        PlanSamples.startingPlan().plan().actions().forEach(expected -> {
            Action read = plan.action(expected.ref()).orElseThrow();
            String ref = expected.ref();
            softly.assertThat(read.supports()).as(ref + " supports").isEqualTo(expected.supports());
            softly.assertThat(new TreeSet<>(read.links()))
                    .as(ref + " links")
                    .isEqualTo(new TreeSet<>(expected.links()));
            softly.assertThat(read.jointWith()).as(ref + " joint").isEqualTo(expected.jointWith());
            softly.assertThat(read.jointScope()).as(ref + " scope").isEqualTo(expected.jointScope());
            softly.assertThat(read.status()).as(ref + " status").isEqualTo(expected.status());
            softly.assertThat(read.textBullets()).as(ref + " bullets").hasSameSizeAs(expected.textBullets());
            softly.assertThat(read.partnersUnnamed()).as(ref + " unnamed").isEqualTo(expected.partnersUnnamed());
            if (!file.equals(CSV) || !NEED_POSTS.contains(ref)) {
                softly.assertThat(Set.copyOf(read.agencies()))
                        .as(ref + " agencies")
                        .isEqualTo(Set.copyOf(expected.agencies()));
            }
        });
        softly.assertAll();
    }

    @Test
    void the_police_are_named_in_2_2_4_though_no_marker_names_them() {
        assertThat(PlanSamples.read(WORD).plan().action("2.2.4").orElseThrow().agencies())
                .contains(new NamedAgency("POLICE", "text"));
    }

    @Test
    void the_flat_file_reads_back_with_the_same_steps_and_dates() {
        PlanDocument plan = PlanSamples.read("plan.csv").plan();
        Map<String, Milestone> expected = steps(PlanSamples.startingPlan().plan(), "");
        Map<String, Milestone> read = steps(plan, "");
        assertThat(read.keySet()).isEqualTo(expected.keySet());
        expected.forEach((step, milestone) -> {
            Milestone flat = Objects.requireNonNull(read.get(step));
            assertThat(flat.end()).as(step).isEqualTo(milestone.end());
            assertThat(flat.start()).as(step).isEqualTo(milestone.start());
            assertThat(flat.measures()).as(step).isEqualTo(milestone.measures());
            assertThat(flat.leads()).as(step).isEqualTo(milestone.leads());
        });
    }

    private static List<Milestone> steps(PlanDocument plan) {
        return plan.actions().flatMap(a -> a.milestones().stream()).toList();
    }

    private static Map<String, Milestone> steps(PlanDocument plan, String prefix) {
        return plan.actions()
                .flatMap(a -> a.milestones().stream().map(m -> Map.entry(prefix + a.ref() + "/" + m.no(), m)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
