package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolState;

/** One version of a tool: its questions in order. Life story: see {@link Tool}. */
@Entity
@Table(name = "tool_version")
public class ToolVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "tool_id")
    private Tool tool;

    private int number;

    @Enumerated(EnumType.STRING)
    private ToolState state;

    private @Nullable String note;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ToolQuestion> questions = new ArrayList<>();

    protected ToolVersion() {}

    ToolVersion(Tool tool, int number, Instant at, String by) {
        this.publicId = Secret.publicId();
        this.tool = tool;
        this.number = number;
        this.state = ToolState.DRAFT;
        this.madeAt = at;
        this.madeBy = by;
    }

    public void pilot() {
        requireEditable();
        requireQuestions();
        state = ToolState.PILOT;
    }

    /** By its first use; doing it again changes nothing. */
    public void freeze(Instant at) {
        if (state == ToolState.FROZEN) {
            return;
        }
        requireEditable();
        requireQuestions();
        state = ToolState.FROZEN;
        frozenAt = at;
    }

    public void retire() {
        if (state != ToolState.FROZEN) {
            throw new Refusal("Only a version in use can be retired.");
        }
        state = ToolState.RETIRED;
    }

    /** Puts other questions in place of those there were, in this order. */
    public void ask(List<Question> says, @Nullable String remark) {
        requireEditable();
        questions.clear();
        note = remark;
        for (Question one : says) {
            questions.add(new ToolQuestion(this, questions.size() + 1, one));
        }
    }

    void requireEditable() {
        if (!state.editable()) {
            throw new VersionIsFrozen(number);
        }
    }

    private void requireQuestions() {
        if (questions.isEmpty()) {
            throw new Refusal("This version asks nothing yet. Add its questions first.");
        }
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public Tool tool() {
        return tool;
    }

    public int number() {
        return number;
    }

    public ToolState state() {
        return state;
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String madeBy() {
        return madeBy;
    }

    public List<ToolQuestion> questions() {
        return questions;
    }

    /** What has been answered is not changed underneath its answers. */
    public static class VersionIsFrozen extends Refusal {
        private static final long serialVersionUID = 1L;

        VersionIsFrozen(int number) {
            super("Version " + number + " is in use and no longer changes. Start the next version instead.");
        }
    }
}
