package uk.org.kscb.portal.vignette.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.vignette.ExerciseState;

/**
 * A set of cases that practitioners judge within a period. Life story: prepared, with cases added → open, when each
 * practitioner answers alone → closed, when results can be seen and the panel sets what it holds right → repeated after
 * the guidance was reworded.
 */
@Entity
@Table(name = "vignette_exercise")
public class Exercise {
    private static final int MOST_CASES = 40;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private String title;
    private @Nullable Integer edition;

    @Column(name = "edition_label")
    private @Nullable String editionLabel;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private LocalDate closesOn;

    @Column(name = "closed_early_on")
    private @Nullable LocalDate closedEarlyOn;

    @ManyToOne
    @JoinColumn(name = "repeats_id")
    private @Nullable Exercise repeats;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @OneToMany(mappedBy = "exercise", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Case> cases = new ArrayList<>();

    protected Exercise() {}

    public Exercise(String title, LocalDate opens, LocalDate closes, LocalDate today, String by, Instant at) {
        if (opens.isBefore(today)) {
            throw new Refusal("opens", "That day is past. Let the exercise open today or later.");
        }
        if (closes.isBefore(opens)) {
            throw new Refusal("closes", "The last day is before the first. Choose a later one.");
        }
        this.publicId = Secret.publicId();
        this.title = title;
        this.opensOn = opens;
        this.closesOn = closes;
        this.madeBy = by;
        this.madeAt = at;
    }

    /** The same cases again, after the guidance was reworded. */
    public Exercise repeated(LocalDate opens, LocalDate closes, LocalDate today, String by, Instant at) {
        if (state(today) != ExerciseState.CLOSED) {
            throw new Refusal("Close the exercise first; it can be repeated afterwards.");
        }
        Exercise again = new Exercise(title, opens, closes, today, by, at);
        again.repeats = this;
        cases.forEach(c -> again.cases.add(new Case(again, c.code(), c.position(), c.words(), c.indicators())));
        return again;
    }

    public void judgedBy(int number, String label) {
        edition = number;
        editionLabel = label;
    }

    /** Cases cannot change once somebody may have read them. */
    public void add(String words, List<String> indicators, boolean answered) {
        if (answered) {
            throw new Refusal("words", "Somebody has answered already. A new case needs a new exercise.");
        }
        if (cases.size() >= MOST_CASES) {
            throw new Refusal("words", "An exercise has at most " + MOST_CASES + " cases.");
        }
        TextWatch.refuse("words", words);
        int next = cases.stream().mapToInt(Case::position).max().orElse(0) + 1;
        cases.add(new Case(this, "W" + next, next, words, indicators));
    }

    public void closeNow(LocalDate today) {
        if (state(today) != ExerciseState.OPEN) {
            throw new Refusal("Only an open exercise can be closed.");
        }
        closedEarlyOn = today;
    }

    /** @throws Refusal before the exercise is closed: an answer that is known would steer the others */
    public void panelSays(String code, int level, LocalDate today, String by, Instant at) {
        if (state(today) != ExerciseState.CLOSED) {
            throw new Refusal("The panel sets an answer after the exercise is closed.");
        }
        if (level < 1 || level > GuidanceText.LEVELS) {
            throw new Refusal("panel", "Choose a level from 1 to 4.");
        }
        find(code)
                .orElseThrow(() -> new Refusal("There is no case " + code + "."))
                .panelSays(level, by, at);
    }

    /** @throws Refusal unless the exercise is open */
    public Answer answer(
            String code, int level, String why, LocalDate today, long agencyId, long memberId, Instant at) {
        if (state(today) != ExerciseState.OPEN) {
            throw new NotOpen();
        }
        if (level < 1 || level > GuidanceText.LEVELS) {
            throw new Refusal("level-" + code, "Choose a level from 1 to 4 for case " + code + ".");
        }
        if (why.isBlank()) {
            throw new Refusal("why-" + code, "Say in a sentence why you chose this level for case " + code + ".");
        }
        if (why.length() > 500) {
            throw new Refusal("why-" + code, "Keep the reason to 500 characters.");
        }
        TextWatch.refuse("why-" + code, why);
        Case about = find(code).orElseThrow(() -> new Refusal("There is no case " + code + "."));
        return new Answer(about, level, why.strip(), agencyId, memberId, at);
    }

    public ExerciseState state(LocalDate day) {
        if (closedEarlyOn != null || day.isAfter(closesOn)) {
            return ExerciseState.CLOSED;
        }
        return day.isBefore(opensOn) || cases.isEmpty() ? ExerciseState.PREPARED : ExerciseState.OPEN;
    }

    private Optional<Case> find(String code) {
        return cases.stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The exercise takes no answers today. */
    public static class NotOpen extends Refusal {
        private static final long serialVersionUID = 1L;

        NotOpen() {
            super("This exercise is not open for answers.");
        }
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String title() {
        return title;
    }

    public Optional<String> editionLabel() {
        return Optional.ofNullable(editionLabel);
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closedEarlyOn == null ? closesOn : closedEarlyOn;
    }

    public Optional<Exercise> repeats() {
        return Optional.ofNullable(repeats);
    }

    public List<Case> cases() {
        return List.copyOf(cases);
    }
}
