package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.persistence.TextList;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Chosen;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Draw;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Stratum;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Unit;

/** A draw as it was made, kept so that anybody with the population can make it again and compare. */
@Entity
@Table(name = "sample_draw")
public class SampleDraw {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    private String seed;
    private String method;

    @Convert(converter = TextList.class)
    private List<String> strata;

    private String pilot;
    private String inclusion;
    private String exclusion;

    @Convert(converter = TextList.class)
    private List<String> spread;

    @Column(name = "reserve_percent")
    private int reservePercent;

    @Column(name = "population_fingerprint")
    private String populationFingerprint;

    @Column(name = "draw_fingerprint")
    private String drawFingerprint;

    @Column(name = "drawn_on")
    private LocalDate drawnOn;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "drawn_by")
    private String drawnBy;

    @Column(name = "codes_taken_at")
    private @Nullable Instant codesTakenAt;

    @Column(name = "codes_taken_by")
    private @Nullable String codesTakenBy;

    protected SampleDraw() {}

    private SampleDraw(
            PracticeAudit audit,
            Written written,
            int reservePercent,
            String from,
            Draw draw,
            List<String> spread,
            Happening when) {
        this.audit = audit;
        this.seed = written.seed();
        this.pilot = written.pilot().strip();
        this.inclusion = written.inclusion().strip();
        this.exclusion = written.exclusion().strip();
        this.spread = spread;
        this.method = SampleMethod.WORDS;
        this.reservePercent = reservePercent;
        this.strata = draw.strata().stream()
                .map(s -> s.name() + "\t" + s.population() + "\t" + s.sample() + "\t" + s.reserves())
                .toList();
        this.populationFingerprint = from;
        this.drawFingerprint = draw.fingerprint();
        this.drawnOn = when.day();
        this.drawnAt = when.at();
        this.drawnBy = when.by();
    }

    /**
     * What is written down before anybody draws.
     *
     * @param pilot what trying the tool on two cases showed
     * @param inclusion what is in the population; @param exclusion what was left out of it, and why
     */
    public record Written(String seed, String pilot, String inclusion, String exclusion) {}

    /** A draw and the cases that come of it, in an order that says nothing of the population's. */
    public record Made(SampleDraw draw, List<AuditCase> cases) {}

    /** Draws, gives each drawn row its case code and makes the cases. */
    public static Made make(
            PracticeAudit audit,
            List<PopulationRow> population,
            Written written,
            Map<String, Integer> sizes,
            int reservePercent,
            Happening when) {
        List<Unit> units = population.stream().map(PopulationRow::unit).toList();
        Draw draw = SampleMethod.draw(units, written.seed(), sizes, reservePercent);
        Map<String, PopulationRow> byCode =
                population.stream().collect(Collectors.toMap(PopulationRow::code, Function.identity()));
        population.forEach(row -> row.drawnAs(null));
        List<Chosen> sample =
                new ArrayList<>(draw.chosen().stream().filter(c -> !c.reserve()).toList());
        Collections.shuffle(sample, new java.security.SecureRandom());
        List<Chosen> inOrder = new ArrayList<>(sample);
        draw.chosen().stream().filter(Chosen::reserve).forEach(inOrder::add);
        CaseCodes codes = new CaseCodes(audit.code());
        List<AuditCase> cases = new ArrayList<>();
        List<PopulationRow> drawn = new ArrayList<>();
        for (Chosen chosen : inOrder) {
            PopulationRow row = byCode.get(chosen.code());
            if (row == null) {
                throw new IllegalStateException("drawn from elsewhere");
            }
            AuditCase made = new AuditCase(
                    audit, codes.next(), cases.size() + 1, chosen.stratum(), chosen.reserve(), row.traits());
            row.drawnAs(made.code());
            cases.add(made);
            if (!chosen.reserve()) {
                drawn.add(row);
            }
        }
        return new Made(
                new SampleDraw(
                        audit,
                        written,
                        reservePercent,
                        SampleMethod.fingerprint(units),
                        draw,
                        SampleSpread.of(drawn),
                        when),
                cases);
    }

    /** A draw that was made before the portal kept draws: no population of it can be compared, its codes are gone. */
    public static SampleDraw madeElsewhere(PracticeAudit audit, Written written, List<Stratum> strata, Happening when) {
        SampleDraw made = new SampleDraw(
                audit, written, SampleMethod.RESERVES, "", new Draw(List.of(), strata, ""), List.of(), when);
        made.codesTakenAt = when.at();
        made.codesTakenBy = when.by();
        return made;
    }

    /** The list of codes leaves the portal once. */
    public void codesTaken(Happening when) {
        if (codesTakenAt != null) {
            throw new Refusal(
                    "The list of codes was taken already and is no longer in the portal. If it is lost, draw again.");
        }
        codesTakenAt = when.at();
        codesTakenBy = when.by();
    }

    /** Whether this population gives this draw again. */
    public boolean madeFrom(Collection<Unit> population) {
        return populationFingerprint.equals(SampleMethod.fingerprint(population))
                && drawFingerprint.equals(SampleMethod.draw(
                                population,
                                seed,
                                strata().stream().collect(Collectors.toMap(Stratum::name, Stratum::sample)),
                                reservePercent)
                        .fingerprint());
    }

    public List<Stratum> strata() {
        return strata.stream()
                .map(s -> s.split("\t", 4))
                .map(s -> new Stratum(s[0], Integer.parseInt(s[1]), Integer.parseInt(s[2]), Integer.parseInt(s[3])))
                .toList();
    }

    /** What the pilot showed; empty where there was none. */
    public String pilot() {
        return pilot;
    }

    /** What the population was, in the lead's words; empty where the audit asks each agency about itself. */
    public String inclusion() {
        return inclusion;
    }

    public String exclusion() {
        return exclusion;
    }

    public List<SampleSpread.Line> spread() {
        return SampleSpread.lines(spread);
    }

    public String seed() {
        return seed;
    }

    public String method() {
        return method;
    }

    public int reservePercent() {
        return reservePercent;
    }

    public LocalDate drawnOn() {
        return drawnOn;
    }

    public String drawnBy() {
        return drawnBy;
    }

    public String fingerprint() {
        return drawFingerprint;
    }

    public Optional<Instant> codesTakenAt() {
        return Optional.ofNullable(codesTakenAt);
    }

    public Optional<String> codesTakenBy() {
        return Optional.ofNullable(codesTakenBy);
    }
}
