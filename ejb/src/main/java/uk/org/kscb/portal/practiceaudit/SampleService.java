package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.GateIsShut.Gate;
import uk.org.kscb.portal.practiceaudit.SampleView.CaseView;
import uk.org.kscb.portal.practiceaudit.SampleView.CodePair;
import uk.org.kscb.portal.practiceaudit.SampleView.DrawView;
import uk.org.kscb.portal.practiceaudit.SampleView.Exclusions;
import uk.org.kscb.portal.practiceaudit.SampleView.SpreadLine;
import uk.org.kscb.portal.practiceaudit.SampleView.StratumView;
import uk.org.kscb.portal.practiceaudit.exchange.PopulationReader;
import uk.org.kscb.portal.practiceaudit.exchange.PopulationReader.Column;
import uk.org.kscb.portal.practiceaudit.exchange.PopulationReader.Line;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.AuditCase.Traits;
import uk.org.kscb.portal.practiceaudit.model.Happening;
import uk.org.kscb.portal.practiceaudit.model.PopulationRow;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.SampleDraw;
import uk.org.kscb.portal.practiceaudit.model.SampleDraw.Written;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Unit;
import uk.org.kscb.portal.practiceaudit.model.SampleSpread;
import uk.org.kscb.portal.practiceaudit.store.AgencyNames;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.RunningStore;
import uk.org.kscb.portal.practiceaudit.store.SampleStore;

/** Samples: codes come in, cases under new codes are drawn, the way back leaves the portal. */
@Stateless
public class SampleService {
    private static final Set<AuditState> REPLACEABLE =
            EnumSet.of(AuditState.SAMPLED, AuditState.NOTIFIED, AuditState.COLLECTING);

    @Inject
    private AuditStore audits;

    @Inject
    private SampleStore samples;

    @Inject
    private RunningStore running;

    @Inject
    private BankHolidays holidays;

    @Inject
    private PortalClock clock;

    @Inject
    private Event<AuditMoved> moved;

    @Door(Permission.RUN_AUDITS)
    public SampleView sample(@TrailObject String code) {
        PracticeAudit audit = require(code);
        AgencyNames names = running.agencies(-1);
        List<PopulationRow> population = samples.population(audit);
        return new SampleView(
                code,
                audit.state(),
                strata(population),
                samples.draws(audit).stream().map(SampleService::draw).toList(),
                population.stream().anyMatch(p -> p.caseCode().isPresent()),
                samples.cases(audit).stream().map(c -> view(c, names)).toList(),
                running.exclusions(audit).entrySet().stream()
                        .sorted(Comparator.comparing(e -> names.place(e.getKey())))
                        .map(e -> new Exclusions(names.of(e.getKey()), e.getValue()))
                        .toList());
    }

    /**
     * Brings a population in, in place of one that was there.
     *
     * @throws Refusal when the file holds anything but codes and groups; nothing of it is kept
     */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.population")
    public void upload(@TrailObject String code, String fileName, Path file) {
        PracticeAudit audit = require(code);
        requireBeforeNotice(audit);
        if (running.codesWaiting(audit)) {
            throw new Refusal(
                    "file", "Take the list of codes first: another file would take the only key to the sample away.");
        }
        List<Line> lines = PopulationReader.read(fileName, file);
        AgencyNames names = running.agencies(-1);
        Map<String, Long> agencies = names.shortNames().entrySet().stream()
                .collect(Collectors.toMap(e -> names.of(e.getKey()).code(), Map.Entry::getKey));
        samples.forgetPopulation(audit);
        for (Line line : lines) {
            audits.add(new PopulationRow(audit, line.code(), line.stratum(), traits(line, agencies), line.spread()));
        }
    }

    private static Traits traits(Line line, Map<String, Long> agencies) {
        String agency = line.groups().get(Column.AGENCY);
        if (agency != null && !agencies.containsKey(agency)) {
            throw new Refusal(
                    "file",
                    "The column “referring agency” must hold agencies’ codes as in the portal, for example POLICE.");
        }
        return new Traits(
                agency == null ? null : agencies.get(agency),
                line.groups().get(Column.AGE_BAND),
                line.groups().get(Column.SEX),
                line.groups().get(Column.ETHNICITY),
                line.groups().get(Column.DISTRICT),
                line.groups().get(Column.OUTCOME),
                line.referredOn());
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.draw")
    public void draw(@Valid DrawSample asked) {
        PracticeAudit audit = require(asked.code());
        requireBeforeNotice(audit);
        List<PopulationRow> population = samples.population(audit);
        if (population.isEmpty()) {
            throw new Refusal("There is no population to draw from. Send the file of codes first.");
        }
        TextWatch.refuseNumbers("pilot", asked.pilot());
        TextWatch.refuseNumbers("inclusion", asked.inclusion());
        TextWatch.refuseNumbers("exclusion", asked.exclusion());
        Happening when = now();
        SampleDraw.Made made = SampleDraw.make(
                audit,
                population,
                new Written(asked.seed(), asked.pilot(), asked.inclusion(), asked.exclusion()),
                asked.sizes(),
                asked.reservePercent(),
                when);
        keep(audit, made, when);
    }

    /** For audits that ask each agency about itself (section 11): one case an agency, and no population. */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.draw")
    public void oneEach(@TrailObject String code) {
        PracticeAudit audit = require(code);
        requireBeforeNotice(audit);
        Happening when = now();
        AgencyNames names = running.agencies(-1);
        List<PopulationRow> each = audit.takingPart().stream()
                .map(a -> new PopulationRow(
                        audit,
                        names.of(a.agencyId()).code(),
                        names.of(a.agencyId()).shortName(),
                        new Traits(a.agencyId(), null, null, null, null, null, null),
                        SampleSpread.Trait.NONE))
                .toList();
        Map<String, Integer> one =
                each.stream().collect(Collectors.toMap(PopulationRow::stratum, row -> 1, (a, b) -> 1));
        samples.forgetPopulation(audit);
        keep(audit, SampleDraw.make(audit, each, new Written("one-an-agency", "", "", ""), one, 0, when), when);
    }

    private void keep(PracticeAudit audit, SampleDraw.Made made, Happening when) {
        samples.forgetCases(audit);
        audits.add(made.draw());
        made.cases().forEach(audits::add);
        long cases = made.cases().stream().filter(c -> !c.reserve()).count();
        audits.add(audit.drawn(
                cases + " cases and " + (made.cases().size() - cases) + " reserves, seed "
                        + made.draw().seed(),
                when));
        moved.fire(new AuditMoved(audit.id(), audit.code(), "DRAW", audit.state(), when.day()));
    }

    /** The list from population codes to case codes: given out once, and then no longer in the portal. */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.codes")
    public List<CodePair> takeCodes(@TrailObject String code) {
        PracticeAudit audit = require(code);
        SampleDraw draw = samples.draws(audit).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no list of codes before the sample is drawn."));
        draw.codesTaken(now());
        Map<String, AuditCase> cases =
                samples.cases(audit).stream().collect(Collectors.toMap(AuditCase::code, Function.identity()));
        List<CodePair> pairs = samples.population(audit).stream()
                .flatMap(row -> pair(row, cases).stream())
                .sorted(Comparator.comparing(CodePair::reserve).thenComparing(CodePair::caseCode))
                .toList();
        samples.forgetPopulation(audit);
        return pairs;
    }

    private static Optional<CodePair> pair(PopulationRow row, Map<String, AuditCase> cases) {
        return row.caseCode()
                .flatMap(c -> Optional.ofNullable(cases.get(c)))
                .map(c -> new CodePair(row.code(), c.code(), c.stratum(), c.reserve()));
    }

    /** Whether the file's population, drawn again with the seed that is written down, gives the same sample. */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.draw.check")
    public boolean sameDraw(@TrailObject String code, String fileName, Path file) {
        SampleDraw draw = samples.draws(require(code)).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no draw to compare with yet."));
        return draw.madeFrom(PopulationReader.read(fileName, file).stream()
                .map(line -> new Unit(line.code(), line.stratum()))
                .toList());
    }

    /** @param agency at whose word, null for the audit's lead */
    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.case.replace")
    public void replace(
            @TrailObject String code, @TrailObject String caseCode, String reason, @Nullable String agency) {
        PracticeAudit audit = require(code);
        requireNotModerated(audit);
        TextWatch.refuseNumbers("reason", reason);
        List<String> signed = running.signedOff(audit);
        if (!signed.isEmpty()) {
            throw new Refusal(
                    "case",
                    "Signed off already: " + String.join(", ", signed)
                            + ". A new case would stand in a locked return without answers. Exclude the case instead.");
        }
        AuditCase leaves = audits.requireCase(audit, caseCode);
        AuditCase reserve = samples.nextReserve(audit, leaves.stratum())
                .orElseThrow(() -> new Refusal(
                        "case",
                        "No reserve is left in “" + leaves.stratum()
                                + "”. Exclude the case instead; the sample gets smaller."));
        leaves.replaceWith(reserve, reason, id(agency), clock.today());
        audits.add(audit.caseLeft(caseCode + " by " + reserve.code(), reason.strip(), id(agency), true, now()));
        moved.fire(new AuditMoved(audit.id(), audit.code(), "CASE_REPLACED", audit.state(), clock.today()));
    }

    @Door(value = Permission.RUN_AUDITS, trail = "practice-audit.case.exclude")
    public void exclude(
            @TrailObject String code, @TrailObject String caseCode, String reason, @Nullable String agency) {
        PracticeAudit audit = require(code);
        if (audit.releasedOn().isPresent()) {
            throw new Refusal("case", "The figures of this audit are released. No case leaves them any more.");
        }
        TextWatch.refuseNumbers("reason", reason);
        audits.requireCase(audit, caseCode).exclude(reason, id(agency), clock.today());
        audits.add(audit.caseLeft(caseCode, reason.strip(), id(agency), false, now()));
    }

    private @Nullable Long id(@Nullable String agency) {
        return agency == null || agency.isBlank() ? null : running.agencies(-1).id(agency);
    }

    /** A case that joins later would have no answers. */
    private static void requireNotModerated(PracticeAudit audit) {
        if (!REPLACEABLE.contains(audit.state())) {
            throw new Refusal(
                    "case",
                    "The audit stands at “" + audit.state().words()
                            + "”. Cases are replaced until returns are in; after that they can only be excluded.");
        }
    }

    private static void requireBeforeNotice(PracticeAudit audit) {
        if (audit.state() != AuditState.PILOTING && audit.state() != AuditState.SAMPLED) {
            throw new GateIsShut(
                    Gate.WRONG_STATE, "A sample is drawn after the pilot and before agencies are notified.");
        }
    }

    private static List<StratumView> strata(List<PopulationRow> population) {
        Map<String, Long> sizes = population.stream()
                .collect(Collectors.groupingBy(PopulationRow::stratum, TreeMap::new, Collectors.counting()));
        return sizes.entrySet().stream()
                .map(e -> new StratumView(e.getKey(), e.getValue().intValue(), null, null))
                .toList();
    }

    private static DrawView draw(SampleDraw d) {
        return new DrawView(
                d.seed(),
                d.pilot(),
                d.inclusion(),
                d.exclusion(),
                d.inclusion().isEmpty()
                        ? List.of()
                        : d.spread().stream()
                                .map(l -> new SpreadLine(l.aim().words(), l.found(), l.missed()))
                                .toList(),
                d.method(),
                d.reservePercent(),
                d.strata().stream().map(SampleService::stratum).toList(),
                d.drawnOn(),
                d.drawnBy(),
                d.fingerprint(),
                d.codesTakenAt().orElse(null),
                d.codesTakenBy().orElse(null));
    }

    private static StratumView stratum(SampleMethod.Stratum s) {
        return new StratumView(s.name(), s.population(), s.sample(), s.reserves());
    }

    private static CaseView view(AuditCase c, AgencyNames names) {
        Traits traits = c.traits();
        Long referrer = traits.referringAgencyId();
        return new CaseView(
                c.code(),
                c.position(),
                c.stratum(),
                c.reserve(),
                c.status(),
                c.replacedBy().map(AuditCase::code).orElse(null),
                c.reason().orElse(null),
                c.decidedByAgencyId().map(names::of).orElse(null),
                referrer == null ? null : names.of(referrer),
                traits.ageBand(),
                traits.district(),
                traits.outcome(),
                traits.referralOn());
    }

    private PracticeAudit require(String code) {
        return audits.require(code, AuditScope.of(CurrentViewer.require(), Permission.RUN_AUDITS));
    }

    private Happening now() {
        return new Happening(clock.today(), clock.now(), CurrentViewer.require().userName(), holidays.workingDays());
    }
}
