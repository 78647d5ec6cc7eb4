package uk.org.kscb.portal.plan.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.PlanDocument;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;
import uk.org.kscb.portal.plan.PlanDocument.Supports;
import uk.org.kscb.portal.platform.persistence.TextList;
import uk.org.kscb.portal.platform.security.Secret;

/**
 * What the plan says of an action, from one day until another. Life story: opened by an import → in force → closed by a
 * later import that says something else or leaves the action out → opened again when that import is undone. Never
 * edited: only the confirmation of a date that does not exist is added to its milestones.
 */
@Entity
@Table(name = "action_wording")
public class ActionWording {
    /** Valid until further notice. */
    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "action_id")
    private Action action;

    @Column(name = "import_id")
    private long importId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    /** Import that ended it, so that undoing that import opens it again. */
    @Column(name = "closed_by")
    private @Nullable Long closedBy;

    private int position;

    @Column(name = "sort_key")
    private String sortKey;

    private String ref;
    private int priority;
    private String outcome;
    private String text;

    @Convert(converter = TextList.class)
    @Column(name = "text_bullets")
    private List<String> textBullets;

    @Column(name = "said_complete")
    private boolean saidComplete;

    @Convert(converter = TextList.class)
    private List<String> leads;

    @Column(name = "lead_agency_id")
    private @Nullable Long leadAgencyId;

    @Convert(converter = TextList.class)
    @Column(name = "joint_with")
    private List<String> jointWith;

    @Column(name = "joint_scope")
    private @Nullable String jointScope;

    @Column(name = "partners_unnamed")
    private boolean partnersUnnamed;

    @Convert(converter = TextList.class)
    @Column(name = "named_agencies")
    private List<String> namedAgencies;

    @Convert(converter = TextList.class)
    private List<String> links;

    @Convert(converter = TextList.class)
    private List<String> notes;

    @Column(name = "start_on")
    private @Nullable LocalDate startOn;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "date_unconfirmed")
    private boolean dateUnconfirmed;

    @Column(name = "search_text")
    private String searchText;

    private String fingerprint;

    @ElementCollection
    @CollectionTable(name = "action_reference", joinColumns = @JoinColumn(name = "wording_id"))
    @Column(name = "ref")
    @OrderColumn(name = "position")
    private List<String> references = new ArrayList<>();

    @OneToMany(mappedBy = "wording", cascade = CascadeType.ALL)
    @OrderBy("no")
    private List<Milestone> milestones = new ArrayList<>();

    protected ActionWording() {}

    public ActionWording(
            Action action,
            Place place,
            PlanDocument.Action says,
            @Nullable Long leadAgencyId,
            long importId,
            LocalDate from) {
        this.action = action;
        this.importId = importId;
        this.validFrom = from;
        this.validUntil = FOREVER;
        this.position = place.position();
        this.sortKey = action.sortKey();
        this.ref = action.ref();
        this.priority = place.priority();
        this.outcome = place.outcome();
        this.text = says.text();
        this.textBullets = says.textBullets();
        this.saidComplete = says.completed();
        this.leads = says.leads();
        this.leadAgencyId = leadAgencyId;
        this.jointWith = says.jointWith();
        this.jointScope = says.jointScope();
        this.partnersUnnamed = says.partnersUnnamed();
        this.namedAgencies =
                says.agencies().stream().map(ActionWording::written).toList();
        this.links = says.links();
        this.notes = says.notes();
        this.references = says.supports().all().collect(Collectors.toCollection(ArrayList::new));
        says.milestones().forEach(m -> milestones.add(new Milestone(this, m)));
        this.startOn = says.milestones().stream()
                .map(PlanDocument.Milestone::start)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        this.dueOn = says.milestones().stream()
                .filter(m -> !m.completed())
                .map(PlanDocument.Milestone::end)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        this.dateUnconfirmed = milestones.stream().anyMatch(Milestone::needsConfirmation);
        this.searchText = searchText(says);
        this.fingerprint = fingerprint(place, says);
    }

    /** Where an action stands in its plan. */
    public record Place(int priority, String outcome, int position) {}

    /** Two wordings with the same fingerprint say the same; the position in the document does not count. */
    public static String fingerprint(Place place, PlanDocument.Action says) {
        return Secret.hash(place.priority() + "|" + place.outcome() + "|" + says);
    }

    private static String searchText(PlanDocument.Action says) {
        Stream<String> words = Stream.of(
                        Stream.of(says.ref(), says.text()),
                        says.textBullets().stream(),
                        says.leads().stream(),
                        says.supports().all(),
                        says.milestones().stream().flatMap(m -> m.measures().stream()))
                .flatMap(s -> s);
        String all = words.distinct().collect(Collectors.joining("\n"));
        return all.substring(0, Math.min(all.length(), 15_000));
    }

    public void close(LocalDate on, long byImport) {
        validUntil = on;
        closedBy = byImport;
    }

    /** The import that closed this wording has been undone. */
    public void reopen() {
        validUntil = FOREVER;
        closedBy = null;
    }

    /** Confirms how the date of a milestone was read; the wording in the plan stays as written. */
    public void confirmDate(int milestoneNo, String by, java.time.Instant at) {
        milestone(milestoneNo)
                .orElseThrow(() -> new uk.org.kscb.portal.platform.security.NotVisible("milestone"))
                .confirm(by, at);
        dateUnconfirmed = milestones.stream().anyMatch(Milestone::needsConfirmation);
    }

    /** A date confirmed in the wording before stays confirmed where the plan still writes it the same way. */
    public void keepConfirmationsOf(ActionWording before) {
        for (Milestone old : before.milestones) {
            milestones.stream().filter(m -> m.writtenLike(old)).forEach(m -> m.confirmAs(old));
        }
        dateUnconfirmed = milestones.stream().anyMatch(Milestone::needsConfirmation);
    }

    public Optional<Milestone> milestone(int no) {
        return milestones.stream().filter(m -> m.no() == no).findFirst();
    }

    public PlanDocument.Action says() {
        return new PlanDocument.Action(
                ref,
                text,
                textBullets,
                saidComplete ? "completed" : "planned",
                leads,
                jointWith,
                jointScope,
                agencies(),
                partnersUnnamed,
                new Supports(referencesOf("IN"), referencesOf("O"), referencesOf("CT")),
                links,
                milestones.stream().map(Milestone::says).toList(),
                notes);
    }

    /** {@code HEALTH:marker}, or {@code HEALTH:marker:text} when the action's own words name it too. */
    private static String written(NamedAgency agency) {
        return agency.code() + ":" + agency.basis() + (agency.alsoInText() ? ":text" : "");
    }

    public List<NamedAgency> agencies() {
        return namedAgencies.stream()
                .map(a -> a.split(":", 3))
                .map(a -> new NamedAgency(a[0], a[1], a.length == 3))
                .toList();
    }

    private List<String> referencesOf(String kind) {
        return references.stream().filter(r -> r.startsWith(kind + " ")).toList();
    }

    public long id() {
        return id;
    }

    public Action action() {
        return action;
    }

    public String ref() {
        return ref;
    }

    public Place place() {
        return new Place(priority, outcome, position);
    }

    public String fingerprint() {
        return fingerprint;
    }

    public long importId() {
        return importId;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public List<Milestone> milestones() {
        return List.copyOf(milestones);
    }
}
