package uk.org.kscb.portal.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wording of one edition of the guidance, whole: levels of need, examples ("indicators"), legal tests, worked
 * examples, what to do when people disagree (BRIEF 3). Names, colours and texts are the partnership's data; only that
 * there are four levels in an order is fixed, for referrals, exercises and audits count by their numbers. Nothing in here
 * can be added up.
 *
 * @param sample invented starting text, which the partnership has yet to replace
 * @param changes what changed since the edition before, in a person's words
 * @param consent who must agree to what, per level
 * @param words everyday words and the themes they may mean
 */
public record GuidanceText(
        String title,
        String lead,
        String caution,
        boolean sample,
        String changes,
        List<Level> levels,
        List<Domain> domains,
        List<AgeBand> ages,
        List<Indicator> indicators,
        String consent,
        List<String> protective,
        List<String> childsView,
        List<Rung> certainty,
        List<LegalTest> tests,
        List<Example> examples,
        List<Step> disagreement,
        List<Section> families,
        List<EverydayWord> words) {

    /** Levels of need (BRIEF 3.1); also the answers of an audit's question about a level (BRIEF 4.8). */
    public static final int LEVELS = 4;

    /** Steps of the ladder after "in danger now" (BRIEF 3.7). */
    public static final int STEPS = 5;

    public GuidanceText {
        title = text(title);
        lead = text(lead);
        caution = text(caution);
        changes = text(changes);
        levels = list(levels);
        domains = list(domains);
        ages = list(ages);
        indicators = list(indicators);
        consent = text(consent);
        protective = list(protective);
        childsView = list(childsView);
        certainty = list(certainty);
        tests = list(tests);
        examples = list(examples);
        disagreement = list(disagreement);
        families = list(families);
        words = list(words);
    }

    /**
     * @param no from 1, the lowest need, upwards
     * @param also the same level under another name
     * @param pace how fast to act
     * @param colour such as {@code #954278}; a helper, never alone. Where none is given, a step of the portal's own scale
     */
    public record Level(
            int no,
            String name,
            String also,
            String say,
            String leads,
            String assessment,
            String plan,
            String consent,
            String todo,
            String pace,
            List<String> next,
            String colour) {
        private static final List<String> SCALE = List.of("#e9d6e2", "#c98fb3", "#954278", "#4a123a");

        public Level {
            name = text(name);
            also = text(also);
            say = text(say);
            leads = text(leads);
            assessment = text(assessment);
            plan = text(plan);
            consent = text(consent);
            todo = text(todo);
            pace = text(pace);
            next = list(next);
            colour = text(colour).isEmpty() ? SCALE.get(Math.clamp(no, 1, SCALE.size()) - 1) : text(colour);
        }
    }

    /** A side of the assessment triangle. */
    public record Domain(String code, String name, String about) {
        public Domain {
            code = text(code);
            name = text(name);
            about = text(about);
        }
    }

    /** @param ageFrom in years, -1 before birth; @param ageTo in years, the last that counts */
    public record AgeBand(
            String code, String name, @Nullable String shortName, int ageFrom, int ageTo) {
        public AgeBand {
            code = text(code);
            name = text(name);
        }
    }

    /**
     * An example of what may be seen at a level.
     *
     * @param id stays the same from edition to edition
     * @param ageFrom in years, -1 before birth
     * @param ageTo in years, the last that counts
     * @param prompt what to think about
     * @param procedure where the multi-agency procedures, which are kept elsewhere, say more
     * @param introduced number of the edition that brought it
     * @param dutyNote a duty to tell somebody, whatever the level
     */
    public record Indicator(
            String id,
            int level,
            String domain,
            int ageFrom,
            int ageTo,
            List<String> themes,
            String statement,
            @Nullable String childVoice,
            @Nullable String prompt,
            @Nullable String procedure,
            int introduced,
            boolean immediateAction,
            @Nullable String dutyNote) {
        public Indicator {
            id = text(id);
            domain = text(domain);
            themes = list(themes);
            statement = text(statement);
        }

        Indicator introducedIn(int edition) {
            return new Indicator(
                    id,
                    level,
                    domain,
                    ageFrom,
                    ageTo,
                    themes,
                    statement,
                    childVoice,
                    prompt,
                    procedure,
                    edition,
                    immediateAction,
                    dutyNote);
        }

        public Indicator worded(String statement, @Nullable String prompt, @Nullable String dutyNote) {
            return new Indicator(
                    id,
                    level,
                    domain,
                    ageFrom,
                    ageTo,
                    themes,
                    statement,
                    childVoice,
                    prompt,
                    procedure,
                    introduced,
                    immediateAction,
                    dutyNote);
        }
    }

    /** How sure somebody must be: suspect, believe, find as fact. */
    public record Rung(String word, String means) {
        public Rung {
            word = text(word);
            means = text(means);
        }
    }

    /** @param section of the Children Act 1989 */
    public record LegalTest(String name, String section, String words, String who) {
        public LegalTest {
            name = text(name);
            section = text(section);
            words = text(words);
            who = text(who);
        }
    }

    public record Example(String id, String story, String answer) {
        public Example {
            id = text(id);
            story = text(story);
            answer = text(answer);
        }
    }

    /**
     * A step of the ladder by which a disagreement climbs.
     *
     * @param no 0 for danger now, then 1 to 5
     * @param within how long it may take: "Now", or "2 further working days"
     */
    public record Step(int no, String who, String within) {
        private static final Pattern DAYS = Pattern.compile("(\\d{1,2}) (?:further )?working days?");

        public Step {
            who = text(who);
            within = text(within);
        }

        /** As its words say; none where they say no number of working days. */
        public OptionalInt workingDays() {
            Matcher days = DAYS.matcher(within);
            return days.matches() ? OptionalInt.of(Integer.parseInt(days.group(1))) : OptionalInt.empty();
        }
    }

    public record Section(String heading, List<String> paragraphs) {
        public Section {
            heading = text(heading);
            paragraphs = list(paragraphs);
        }
    }

    public record EverydayWord(String word, List<String> means) {
        public EverydayWord {
            word = text(word);
            means = list(means);
        }
    }

    public Optional<Level> level(int no) {
        return levels.stream().filter(l -> l.no() == no).findFirst();
    }

    /** The level at which somebody acts at once: the last one. */
    public int highest() {
        return levels.stream().mapToInt(Level::no).max().orElse(0);
    }

    public List<Indicator> at(int level) {
        return indicators.stream().filter(i -> i.level() == level).toList();
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** In the order of the alphabet. */
    public List<String> themes() {
        return indicators.stream()
                .flatMap(i -> i.themes().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    /** The same text with one indicator put in place of the one with its id, or added at the end. */
    public GuidanceText with(Indicator changed) {
        List<Indicator> all = new ArrayList<>();
        boolean found = false;
        for (Indicator indicator : indicators) {
            boolean same = indicator.id().equals(changed.id());
            all.add(same ? changed : indicator);
            found |= same;
        }
        if (!found) {
            all.add(changed);
        }
        return changed(t -> t.indicators = all);
    }

    /** Examples that no edition has had yet are new in this one. */
    GuidanceText introducedIn(int edition) {
        return changed(t -> t.indicators = indicators.stream()
                .map(i -> i.introduced() > 0 ? i : i.introducedIn(edition))
                .toList());
    }

    public GuidanceText without(String id) {
        return changed(t -> t.indicators =
                indicators.stream().filter(i -> !i.id().equals(id)).toList());
    }

    public GuidanceText saying(String title, String lead, String caution, String changes, boolean sample) {
        return changed(t -> {
            t.title = title;
            t.lead = lead;
            t.caution = caution;
            t.changes = changes;
            t.sample = sample;
        });
    }

    /** The same text but for what is done to its parts. */
    public GuidanceText changed(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.text();
    }

    /** The parts of a text while one is changed. */
    public static final class Parts {
        public String title;
        public String lead;
        public String caution;
        public boolean sample;
        public String changes;
        public List<Level> levels;
        public List<Domain> domains;
        public List<AgeBand> ages;
        public List<Indicator> indicators;
        public String consent;
        public List<String> protective;
        public List<String> childsView;
        public List<Rung> certainty;
        public List<LegalTest> tests;
        public List<Example> examples;
        public List<Step> disagreement;
        public List<Section> families;
        public List<EverydayWord> words;

        private Parts(GuidanceText from) {
            title = from.title;
            lead = from.lead;
            caution = from.caution;
            sample = from.sample;
            changes = from.changes;
            levels = from.levels;
            domains = from.domains;
            ages = from.ages;
            indicators = from.indicators;
            consent = from.consent;
            protective = from.protective;
            childsView = from.childsView;
            certainty = from.certainty;
            tests = from.tests;
            examples = from.examples;
            disagreement = from.disagreement;
            families = from.families;
            words = from.words;
        }

        private GuidanceText text() {
            return new GuidanceText(
                    title,
                    lead,
                    caution,
                    sample,
                    changes,
                    levels,
                    domains,
                    ages,
                    indicators,
                    consent,
                    protective,
                    childsView,
                    certainty,
                    tests,
                    examples,
                    disagreement,
                    families,
                    words);
        }
    }

    /** What is missing or contradicts itself, a sentence each; empty for a text that can be put before partners. */
    public List<String> gaps() {
        return new GuidanceGaps(this).all();
    }

    // what a file leaves out arrives as null, whatever the type says
    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given.stream().filter(x -> x != null).toList();
    }
}
