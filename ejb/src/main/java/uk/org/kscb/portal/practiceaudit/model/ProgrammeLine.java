package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.PlanLine;
import uk.org.kscb.portal.practiceaudit.ProgrammeTopic;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.Recurrence;

/** One audit that a year plans. Planned with the year, or proposed during it; dropped, but never deleted. */
@Entity
@Table(name = "programme_line")
public class ProgrammeLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "public_id")
    private String publicId;

    @ManyToOne
    @JoinColumn(name = "programme_id")
    private Programme programme;

    private int position;
    private String theme;
    private String why;

    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    @Column(name = "lead_name")
    private String lead;

    @Column(name = "quarter_from")
    private int quarterFrom;

    @Column(name = "quarter_until")
    private int quarterUntil;

    private @Nullable Integer sample;
    private @Nullable Integer hours;
    private String tests;
    private String topics;

    @Enumerated(EnumType.STRING)
    private Recurrence recurrence;

    @Enumerated(EnumType.STRING)
    private LineState state;

    @ElementCollection
    @CollectionTable(name = "programme_line_agency", joinColumns = @JoinColumn(name = "line_id"))
    @Column(name = "agency_id")
    private Set<Long> agencies;

    protected ProgrammeLine() {}

    ProgrammeLine(Programme programme, int position, PlanLine says, Set<Long> agencies, LineState state) {
        this.publicId = Secret.publicId();
        this.programme = programme;
        this.position = position;
        this.theme = says.theme().strip();
        this.why = says.why().strip();
        this.kind = says.kind();
        this.lead = says.lead().strip();
        this.quarterFrom = says.quarterFrom();
        this.quarterUntil = says.quarterUntil();
        this.sample = says.sample();
        this.hours = says.hours();
        this.tests = says.tests().strip();
        this.topics = says.topics().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        this.recurrence = says.recurrence();
        this.state = state;
        this.agencies = new HashSet<>(agencies);
    }

    /** The same line in another year. */
    ProgrammeLine(Programme programme, int position, ProgrammeLine last) {
        this.publicId = Secret.publicId();
        this.programme = programme;
        this.position = position;
        this.theme = last.theme;
        this.why = last.why;
        this.kind = last.kind;
        this.lead = last.lead;
        this.quarterFrom = last.recurrence.firstOfAYear(last.quarterFrom);
        this.quarterUntil = quarterFrom + last.quarterUntil - last.quarterFrom;
        this.sample = last.sample;
        this.hours = last.hours;
        this.tests = last.tests;
        this.topics = last.topics;
        this.recurrence = last.recurrence;
        this.state = LineState.PLANNED;
        this.agencies = new HashSet<>(last.agencies);
    }

    void plan() {
        state = LineState.PLANNED;
    }

    void drop() {
        state = LineState.DROPPED;
    }

    void move(int from, int until) {
        quarterFrom = from;
        quarterUntil = until;
    }

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public Programme programme() {
        return programme;
    }

    public int position() {
        return position;
    }

    public String theme() {
        return theme;
    }

    public String why() {
        return why;
    }

    public AuditKind kind() {
        return kind;
    }

    public String lead() {
        return lead;
    }

    public int quarterFrom() {
        return quarterFrom;
    }

    public int quarterUntil() {
        return quarterUntil;
    }

    /** The quarters (1 to 4) of its year in which it comes round, by its rule. */
    public List<Integer> quarters() {
        return recurrence.quarters(quarterFrom);
    }

    /** The first of them that no audit carries out yet. */
    public Optional<Integer> nextQuarter(Set<Integer> carriedOut) {
        return quarters().stream().filter(q -> !carriedOut.contains(q)).findFirst();
    }

    /**
     * The quarter that a new audit carries out.
     *
     * @param asked null for the next
     * @throws Refusal when the line does not come round then, or another audit carries it out
     */
    public int quarterFor(@Nullable Integer asked, Set<Integer> carriedOut) {
        if (state != LineState.PLANNED) {
            throw new Refusal("This line of the programme is not planned any more, or not yet.");
        }
        int quarter = asked == null
                ? nextQuarter(carriedOut)
                        .orElseThrow(() -> new Refusal("Audits carry out this line of the programme already."))
                : asked;
        if (!quarters().contains(quarter)) {
            throw new Refusal("This line of the programme does not come round in that quarter.");
        }
        if (carriedOut.contains(quarter)) {
            throw new Refusal("Another audit carries out this line of the programme in that quarter.");
        }
        return quarter;
    }

    public @Nullable Integer sample() {
        return sample;
    }

    public @Nullable Integer hours() {
        return hours;
    }

    public String tests() {
        return tests;
    }

    public Set<ProgrammeTopic> topics() {
        return topics.isEmpty()
                ? EnumSet.noneOf(ProgrammeTopic.class)
                : Stream.of(topics.split(" ", -1))
                        .map(ProgrammeTopic::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProgrammeTopic.class)));
    }

    public Recurrence recurrence() {
        return recurrence;
    }

    public LineState state() {
        return state;
    }

    public Set<Long> agencies() {
        return Set.copyOf(agencies);
    }
}
