package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotPermitted;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.EscalationService;
import uk.org.kscb.portal.referral.EscalationService.BeginEscalation;
import uk.org.kscb.portal.referral.EscalationTheme;
import uk.org.kscb.portal.threshold.Body;
import uk.org.kscb.portal.threshold.ConsultationService;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.GuidanceFile;
import uk.org.kscb.portal.threshold.GuidanceFile.Format;
import uk.org.kscb.portal.threshold.GuidancePart;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.ReadingService;
import uk.org.kscb.portal.threshold.WriteExample;
import uk.org.kscb.portal.threshold.WriteFrame;
import uk.org.kscb.portal.threshold.WritePart;

/** Journey 10 at the front doors: a draft becomes the edition in force, and what may not happen on the way. */
class NextEditionIT extends ContainerTest {

    @EJB
    private DraftService drafts;

    @EJB
    private ConsultationService consultation;

    @EJB
    private ReadingService reading;

    @EJB
    private GuidanceService guidance;

    @EJB
    private EscalationService escalations;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @Test
    void from_draft_to_force_and_a_referral_of_the_day_before_keeps_the_old_one() {
        LocalDate today = clock.today();
        int number = consulted();
        As.does("trustboard", () -> drafts.approve(number, read(number), Body.TRUST, today, "Item 5"));
        assertThatThrownBy(() -> As.does("kscb", () -> drafts.schedule(number, today, today.plusYears(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Kent Safeguarding Children Board has not approved");
        As.does("kscbboard", () -> drafts.approve(number, read(number), Body.KSCB, clock.today(), "Item 4"));
        String publicPages = guidance.stamp();
        As.does("board", () -> drafts.approve(number, read(number), Body.IMPROVEMENT_BOARD, today, "Item 3"));
        assertThat(guidance.stamp())
                .as("kept pages that name who agreed are written anew")
                .isNotEqualTo(publicPages);
        int before = guidance.readingOn(today).orElseThrow().head().number();
        int older = As.person("kscb", () -> drafts.begin(before));
        GuidanceFile olderAsWord = As.person("kscb", () -> drafts.file(older, Format.DOCX));
        GuidanceFile olderAsJson = As.person("kscb", () -> drafts.file(older, Format.JSON));
        int newest = guidance.published().getLast().number();
        if (newest != before) {
            throw new IllegalStateException("Another edition is scheduled");
        }
        try {
            As.does("kscb", () -> drafts.schedule(number, today.plusDays(1), today.plusYears(1)));
            assertThat(guidance.inForceOn(today).orElseThrow().number()).isEqualTo(before);
            assertThat(guidance.inForceOn(today.plusDays(1)).orElseThrow().number())
                    .isEqualTo(number);
            clock.set(today.plusDays(1));
            assertThat(guidance.edition(number).head().state()).isEqualTo(State.IN_FORCE);
            assertThat(guidance.edition(before).head().state()).isEqualTo(State.SUPERSEDED);
            assertThat(guidance.inForceOn(today).orElseThrow().number()).isEqualTo(before);
            assertThat(List.of(firstStepDue(today), firstStepDue(today.plusDays(1))))
                    .as("each by the ladder of the edition in force when it began")
                    .containsExactly(
                            holidays.fresh().plus(today, 1), holidays.fresh().plus(today.plusDays(1), 4));
            whoHasReadIt(number);
            for (GuidanceFile file : List.of(olderAsWord, olderAsJson)) {
                int back = As.person("kscb", () -> drafts.bringIn(file.name(), file.content()));
                assertThat(As.person("kscb", () -> drafts.draft(back)).head().basedOn())
                        .as("%s stands on what its draft was begun from, not on what came since", file.name())
                        .isEqualTo(before);
            }
        } finally {
            clock.set(today);
            notScheduled(number);
        }
    }

    private @Nullable LocalDate firstStepDue(LocalDate begun) {
        return As.person("police", () -> {
            String reference = escalations.begin(new BeginEscalation("HEALTH", EscalationTheme.DELAY, begun));
            return escalations.list().stream()
                    .filter(e -> e.reference().equals(reference))
                    .findFirst()
                    .orElseThrow()
                    .due();
        });
    }

    private void whoHasReadIt(int number) {
        assertThat(As.person("visitor", () -> reading.toRead())
                        .orElseThrow()
                        .head()
                        .number())
                .isEqualTo(number);
        As.does("visitor", () -> reading.confirm(number));
        As.does("visitor", () -> reading.confirm(number));
        assertThat(As.person("visitor", () -> reading.toRead())).isEmpty();
        var coverage = As.person("kscb", () -> reading.reached(number)).coverage();
        assertThat(coverage.stream().mapToLong(c -> c.read()).sum()).isEqualTo(1);
        assertThat(coverage).extracting(c -> c.agencyCode()).contains("POLICE", "NHS-KCHT");
        assertThat(As.person("police", () -> reading.reached(number)).coverage())
                .extracting(c -> c.agencyCode())
                .containsOnly("POLICE");
        assertThat(As.person("kscb", () -> reading.reached(number))
                        .weeks()
                        .getFirst()
                        .confirmations())
                .isEqualTo(1);
        clock.set(clock.today().plusDays(14));
        As.does("police", () -> reading.confirm(number));
        ReadingService.Reached later = As.person("kscb", () -> reading.reached(number));
        assertThat(later.past(1)).isTrue();
        assertThat(later.past(4)).as("not yet four weeks").isFalse();
        assertThat(later.coverage())
                .filteredOn(c -> c.read() > 0)
                .extracting(c -> c.agencyCode(), c -> c.afterAWeek(), c -> c.afterFour())
                .containsExactlyInAnyOrder(tuple("POLICE", 0L, 1L), tuple("NHS-KCHT", 1L, 1L));
    }

    /** Of the wording as the manager sees it now. */
    private long read(int number) {
        return As.person("kscb", () -> drafts.draft(number)).head().revision();
    }

    @Test
    void a_board_approves_the_wording_that_it_read_and_no_other() throws Exception {
        int number = consulted();
        long old = read(number) - 1;
        assertThatThrownBy(() ->
                        As.does("kscbboard", () -> drafts.approve(number, old, Body.KSCB, clock.today(), "Item 4")))
                .hasMessageContaining("has changed since you opened this page");
    }

    @Test
    void a_member_of_one_board_does_not_speak_for_another() {
        int number = consulted();
        LocalDate today = clock.today();
        for (String stranger : List.of("board", "kscbboard", "chair")) {
            assertThatThrownBy(() ->
                            As.does(stranger, () -> drafts.approve(number, read(number), Body.TRUST, today, "Item 5")))
                    .isInstanceOf(NotVisible.class);
        }
        assertThatThrownBy(
                        () -> As.does("kscb", () -> drafts.approve(number, read(number), Body.TRUST, today, "Item 5")))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_draft_is_its_writers_alone_until_agencies_are_asked() {
        int number = As.person("kscb", () -> drafts.begin(2));
        for (String other : List.of("police", "police2", "kscbboard", "chair")) {
            assertThatThrownBy(() -> As.does(other, () -> drafts.draft(number))).isInstanceOf(NotVisible.class);
            assertThat(As.person(other, () -> drafts.inPreparation()))
                    .extracting(EditionHead::number)
                    .doesNotContain(number);
        }
        assertThatThrownBy(() -> As.does("visitor", () -> drafts.draft(number))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> guidance.file(number, Format.JSON)).isInstanceOf(NotVisible.class);
    }

    @Test
    void an_agencys_comment_is_seen_by_itself_and_by_the_manager() {
        int number = consulted();
        As.does("police", () -> consultation.comment(number, "I13", "Say what “once or twice” means"));
        assertThat(As.person("police2", () -> consultation.comments(number))).hasSize(1);
        assertThat(As.person("kscb", () -> consultation.comments(number)))
                .singleElement()
                .satisfies(c -> assertThat(c.by()).isNull());
        assertThat(As.person("health", () -> consultation.comments(number))).isEmpty();
        assertThatThrownBy(() -> As.does("kscbboard", () -> consultation.comments(number)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.does("police", () -> consultation.comment(number, "I999", "What?")))
                .isInstanceOf(Refusal.class);
        LocalDate today = clock.today();
        clock.set(today.plusDays(15));
        try {
            assertThatThrownBy(() -> As.does("police", () -> consultation.comment(number, "", "Late")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("ended");
        } finally {
            clock.set(today);
        }
    }

    @Test
    void every_part_is_written_in_the_portal_taken_away_and_brought_back() {
        int number = As.person("kscb", () -> drafts.begin(2));
        String test = "Child in need | 17 | Needs services to be well | The council";
        As.does("kscb", () -> drafts.writePart(new WritePart(number, read(number), GuidancePart.TESTS, test)));
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> drafts.writePart(new WritePart(number, read(number), GuidancePart.TESTS, "Half | 17"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has 2 parts, not 4");
        String levels = GuidancePart.LEVELS.lines(wording(number));
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> drafts.writePart(new WritePart(
                                number, read(number), GuidancePart.LEVELS, levels.replace("#954278", "purple")))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The colour of level 3");
        assertThat(wording(number).tests())
                .as("what was refused changed nothing")
                .hasSize(1);
        String fifth = levels + "\n\nLevel: 5\nName: Emergency\nWhat to do: Phone 999.";
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> drafts.writePart(new WritePart(number, read(number), GuidancePart.LEVELS, fifth))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("4 levels");
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> drafts.writePart(
                                new WritePart(number, read(number), GuidancePart.AREAS, "X | Other | Other things"))))
                .as("examples stand under the areas that would be gone")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no area");
        assertThatThrownBy(() -> As.does(
                        "kscb",
                        () -> drafts.writePart(new WritePart(
                                number, read(number), GuidancePart.DISAGREEMENT, "1 | Worker to worker | soon"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("within how many working days");
        As.does(
                "kscb",
                () -> drafts.writePart(new WritePart(
                        number,
                        read(number),
                        GuidancePart.AGES,
                        "unborn | Before birth | | -1 | -1\nchild | Any child | 0–17 | 0 | 17")));
        As.does(
                "kscb",
                () -> drafts.writeFrame(new WriteFrame(
                        number, read(number), "Who helps how?", "What for", "No checklist", "Another title", true)));
        As.does("kscb", () -> drafts.write(example(number, read(number), "Stays out at night", "Chapter 5, Missing")));
        assertThat(wording(number).title()).isEqualTo("Who helps how?");
        assertThat(wording(number).ages()).hasSize(2);
        assertThatThrownBy(() ->
                        As.does("police", () -> drafts.writePart(new WritePart(number, 0, GuidancePart.TESTS, test))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> As.person("police", () -> drafts.file(number, Format.DOCX)))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.person("kscb", () -> drafts.file(number, Format.PDF)))
                .as("print is for what counts")
                .isInstanceOf(NotVisible.class);
        for (Format format : List.of(Format.DOCX, Format.JSON)) {
            GuidanceFile away = As.person("kscb", () -> drafts.file(number, format));
            assertThat(away.name()).startsWith("draft-guidance-edition-" + number);
            int back = As.person("kscb", () -> drafts.bringIn(away.name(), away.content()));
            assertThat(wording(back)).as(away.name()).isEqualTo(wording(number));
        }
        assertThatThrownBy(() -> As.person("kscb", () -> drafts.bringIn("guidance.txt", new byte[] {1})))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(".docx");
    }

    private GuidanceText wording(int number) {
        return As.person("kscb", () -> drafts.draft(number)).text();
    }

    @Test
    void of_two_who_save_at_once_one_is_told() throws Exception {
        int number = As.person("kscb", () -> drafts.begin(2));
        long seen = As.person("kscb", () -> drafts.draft(number)).head().revision();
        CountDownLatch go = new CountDownLatch(1);
        List<Callable<String>> writers = List.of(
                writer(go, number, seen, "Words of the first"), writer(go, number, seen, "Words of the second"));
        List<String> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> running = new ArrayList<>();
            writers.forEach(w -> running.add(threads.submit(w)));
            go.countDown();
            for (Future<String> one : running) {
                results.add(one.get());
            }
        }
        assertThat(results).filteredOn(r -> r.equals("saved")).hasSize(1);
        assertThat(results)
                .filteredOn(r -> r.contains("changed by kscb while you were writing"))
                .hasSize(1);
    }

    private Callable<String> writer(CountDownLatch go, int number, long seen, String words) {
        return () -> {
            go.await();
            try {
                As.does("kscb", () -> drafts.write(example(number, seen, words)));
                return "saved";
            } catch (Refusal refusal) {
                return String.valueOf(refusal.getMessage());
            }
        };
    }

    private static WriteExample example(int number, long seen, String words) {
        return example(number, seen, words, null);
    }

    private static WriteExample example(int number, long seen, String words, @Nullable String procedure) {
        return new WriteExample(
                number, seen, "I13", 2, "C", 11, 15, "Missing", words, null, null, null, procedure, false);
    }

    @Test
    void unclear_examples_are_counted_and_nobody_is_named() {
        As.does("visitor", () -> reading.unclear("I42", "What is stalled progress?"));
        As.does("police", () -> reading.unclear("I42", "Whose progress?"));
        int current = guidance.readingOn(clock.today()).orElseThrow().head().number();
        assertThat(As.person("kscb", () -> reading.reached(current)).unclear().getFirst())
                .satisfies(u -> assertThat(u.example()).isEqualTo("I42"))
                .satisfies(u -> assertThat(u.times()).isGreaterThanOrEqualTo(2))
                .satisfies(u -> assertThat(u.agencies()).isGreaterThanOrEqualTo(2));
        assertThat(As.person("police", () -> reading.reached(current))
                        .unclear()
                        .getFirst()
                        .words())
                .doesNotContain("What is stalled progress?");
        assertThatThrownBy(() -> As.does("visitor", () -> reading.unclear("I999", "What?")))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> As.does("visitor", () -> reading.unclear("I42", " ")))
                .isInstanceOf(Refusal.class);
    }

    private int consulted() {
        return As.person("kscb", () -> {
            int number = drafts.begin(guidance.published().getLast().number());
            long seen = drafts.draft(number).head().revision();
            drafts.write(example(number, seen, "Has stayed out once or twice, and said where"));
            drafts.writePart(new WritePart(
                    number,
                    drafts.draft(number).head().revision(),
                    GuidancePart.DISAGREEMENT,
                    "1 | Practitioner to practitioner | 4 working days"));
            drafts.consult(number, clock.today().plusDays(14));
            return number;
        });
    }

    /** Other tests want the edition in force that the sample data has. */
    private void notScheduled(int number) {
        try (var connection = database.getConnection();
                var change = connection.prepareStatement(
                        "update guidance_edition set effective_from = null where number = ?")) {
            change.setInt(1, number);
            change.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
