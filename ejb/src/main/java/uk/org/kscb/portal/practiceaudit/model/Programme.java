package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.PlanLine;
import uk.org.kscb.portal.practiceaudit.ProgrammeTopic;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.What;

/**
 * The audits of a year, April to March. Life story: draft, line by line → put before the board → approved by the
 * Safeguarding Board (other boards' agreement is recorded beside it) → changed only with a reason and the independent
 * chair's word.
 */
@Entity
@Table(name = "programme")
public class Programme {

    /** The board without which no programme is approved. */
    public static final String DECIDING_BOARD = "Kent Safeguarding Children Board";

    /** As it may be called where a member's board was written down. */
    public static final Set<String> DECIDING_BOARDS = Set.of(DECIDING_BOARD, "KSCB");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    private int year;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "proposed_on")
    private @Nullable LocalDate proposedOn;

    @Column(name = "approved_on")
    private @Nullable LocalDate approvedOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @OneToMany(mappedBy = "programme", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<ProgrammeLine> lines;

    @OneToMany(mappedBy = "programme", cascade = CascadeType.PERSIST, orphanRemoval = true)
    @OrderBy("id")
    private List<ProgrammeApproval> approvals;

    protected Programme() {}

    public Programme(int year, String by, Instant at) {
        this.publicId = Secret.publicId();
        this.year = year;
        this.state = State.DRAFT;
        this.createdBy = by;
        this.createdAt = at;
        this.lines = new ArrayList<>();
        this.approvals = new ArrayList<>();
    }

    /** A line of the draft; in an approved year a proposal, which waits for the chair. */
    public ProgrammeLine plan(PlanLine says, Set<Long> agencies) {
        if (agencies.isEmpty()) {
            throw new Refusal("agencies", "Choose the agencies that it asks.");
        }
        if (state == State.APPROVED && says.reason().isBlank()) {
            throw new Refusal("reason", "The year is approved. Say why this audit comes in; the chair decides.");
        }
        backToDraft();
        LineState now = state == State.APPROVED ? LineState.PROPOSED : LineState.PLANNED;
        ProgrammeLine line = new ProgrammeLine(this, nextPosition(), says, agencies, now);
        lines.add(line);
        return line;
    }

    /** Only while it is a draft; afterwards a line is dropped by a change. */
    public void takeOut(String line) {
        if (state == State.APPROVED) {
            throw new Refusal("The year is approved. Ask the chair to drop the line, with the reason.");
        }
        backToDraft();
        line(line).drop();
    }

    /** What is before the board does not change under it: it goes back, and boards that had approved it read it anew. */
    private void backToDraft() {
        if (state == State.PROPOSED) {
            state = State.DRAFT;
            proposedOn = null;
            approvals.clear();
        }
    }

    public void propose(LocalDate on) {
        if (state != State.DRAFT) {
            throw new Refusal("The programme is before the board already.");
        }
        if (planned().isEmpty()) {
            throw new Refusal("There is no line in it yet. Plan the first audit.");
        }
        state = State.PROPOSED;
        proposedOn = on;
    }

    /** @param board that the viewer sits on */
    public void approve(String board, String minute, String by, LocalDate on) {
        if (state == State.DRAFT) {
            throw new Refusal("The programme is still a draft. It is not before the board.");
        }
        if (minute.isBlank() || minute.length() > 200) {
            throw new Refusal("minute", "Give the minute that records it, in up to 200 characters.");
        }
        if (approvals.stream().anyMatch(a -> a.board().equals(board))) {
            throw new Refusal(board + " has approved it already.");
        }
        approvals.add(new ProgrammeApproval(this, board, minute.strip(), by, on));
        if (isDecidingBoard(board)) {
            state = State.APPROVED;
            approvedOn = on;
        }
    }

    /** Whether a day lies in its year, April to March. */
    public boolean holds(LocalDate day) {
        return day.minusMonths(3).getYear() == year;
    }

    private static boolean isDecidingBoard(String board) {
        return DECIDING_BOARDS.contains(board);
    }

    /** Lines that come round again, from last year. */
    public void takeOver(Programme last) {
        if (state != State.DRAFT) {
            throw new Refusal("Only a draft takes lines over from last year.");
        }
        last.planned().stream()
                .filter(l -> l.recurrence().comesBack())
                .filter(l -> lines.stream().noneMatch(own -> own.theme().equals(l.theme())))
                .forEach(l -> lines.add(new ProgrammeLine(this, nextPosition(), l)));
    }

    public ProgrammeChange ask(
            String line,
            What what,
            @Nullable Integer from,
            @Nullable Integer until,
            String reason,
            String by,
            LocalDate on) {
        if (state != State.APPROVED) {
            throw new Refusal("The programme is not approved yet: change the line itself.");
        }
        return new ProgrammeChange(line(line), what, from, until, reason, by, on);
    }

    /** What a balanced year still lacks. Source: brief, 4.3. */
    public Set<ProgrammeTopic> lacking() {
        EnumSet<ProgrammeTopic> lacking = EnumSet.allOf(ProgrammeTopic.class);
        planned().forEach(l -> lacking.removeAll(l.topics()));
        return lacking;
    }

    public ProgrammeLine line(String publicId) {
        return lines.stream()
                .filter(l -> l.publicId().equals(publicId))
                .findFirst()
                .orElseThrow(() -> new NotVisible("line of this programme"));
    }

    private int nextPosition() {
        return lines.stream().mapToInt(ProgrammeLine::position).max().orElse(0) + 1;
    }

    public List<ProgrammeLine> planned() {
        return lines.stream().filter(l -> l.state() == LineState.PLANNED).toList();
    }

    public List<ProgrammeLine> lines() {
        return List.copyOf(lines);
    }

    public List<ProgrammeApproval> approvals() {
        return List.copyOf(approvals);
    }

    public long id() {
        return id;
    }

    public int year() {
        return year;
    }

    public State state() {
        return state;
    }

    public Optional<LocalDate> approvedOn() {
        return Optional.ofNullable(approvedOn);
    }
}
