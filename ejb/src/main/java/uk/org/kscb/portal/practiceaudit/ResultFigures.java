package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.FigureCounts.Where;
import uk.org.kscb.portal.practiceaudit.ResultView.Calibration;
import uk.org.kscb.portal.practiceaudit.ResultView.Figures;
import uk.org.kscb.portal.practiceaudit.ResultView.Head;
import uk.org.kscb.portal.practiceaudit.ResultView.Rounds;
import uk.org.kscb.portal.practiceaudit.ResultView.Sight;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.SampleDraw;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Stratum;
import uk.org.kscb.portal.practiceaudit.store.GradeStore;
import uk.org.kscb.portal.practiceaudit.store.ResultStore;
import uk.org.kscb.portal.practiceaudit.store.SampleStore;

/** Puts the figures of an audit together, as far as somebody sees; pages and reports take them from here. */
@ApplicationScoped
class ResultFigures {

    @Inject
    private ResultStore results;

    @Inject
    private GradeStore grades;

    @Inject
    private SampleStore samples;

    @Inject
    private PortalClock clock;

    /** As they leave the portal in a report: small numbers kept back, no case shown. */
    Figures careful(PracticeAudit audit, Map<Long, AgencyBadge> badges) {
        FigureCounts county = new FigureCounts(results.figures(audit), Where.EVERYWHERE);
        return figures(
                audit, new ResultAssembly(county, county, true, ResultAssembly.NOBODYS), badges, Sight.SUMMARY, -1);
    }

    /** @param agency the viewer's own */
    Figures figures(
            PracticeAudit audit, ResultAssembly assembly, Map<Long, AgencyBadge> badges, Sight sight, long agency) {
        GradingScheme scheme = GradingScheme.of(audit.gradingScheme());
        boolean everything = sight == Sight.EVERYTHING;
        boolean others = sight != Sight.OWN;
        return new Figures(
                assembly.threshold(),
                assembly.grades(scheme, !everything),
                assembly.questions(),
                assembly.sections(),
                others ? assembly.agencies(badges, scheme) : List.of(),
                others ? assembly.districts(scheme) : List.of(),
                others ? assembly.strata(drawn(audit), scheme) : null,
                others ? assembly.speed() : null,
                assembly.narrowed() ? null : assembly.levels(everything),
                calibration(audit, sight, badges, agency),
                others && !assembly.narrowed() ? rounds(audit, assembly, !everything) : null);
    }

    private List<Stratum> drawn(PracticeAudit audit) {
        return samples.draws(audit).stream().findFirst().map(SampleDraw::strata).orElse(List.of());
    }

    private List<Calibration> calibration(
            PracticeAudit audit, Sight sight, Map<Long, AgencyBadge> badges, long agency) {
        return switch (sight) {
            case EVERYTHING ->
                GradeAssembly.calibration(
                        grades.moved(null, audit, CurrentViewer.require().may(Permission.RUN_AUDITS), clock.today()),
                        badges);
            case OWN -> GradeAssembly.calibration(grades.moved(agency, audit, false, clock.today()), badges);
            case SUMMARY -> List.of();
        };
    }

    private @Nullable Rounds rounds(PracticeAudit audit, ResultAssembly assembly, boolean careful) {
        PracticeAudit before = audit.reauditOf().orElse(null);
        if (before == null) {
            return null;
        }
        FigureCounts then = new FigureCounts(results.figures(before), Where.EVERYWHERE);
        return new Rounds(
                before.code(),
                before.title(),
                before.toolVersionId().equals(audit.toolVersionId()),
                TwoRounds.compare(then, assembly.county(), new HashMap<>(grades.bridge(before, audit)), careful));
    }

    boolean released(PracticeAudit audit) {
        LocalDate today = clock.today();
        return audit.releasedOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    Head head(PracticeAudit audit) {
        ResultStore.Facts facts = results.facts(audit);
        return new Head(
                audit.code(),
                audit.title(),
                audit.question(),
                audit.kind(),
                audit.state(),
                audit.periodFrom(),
                audit.periodUntil(),
                facts.drawn(),
                results.figures(audit).usable(),
                facts.excluded(),
                facts.agencies(),
                facts.tool(),
                facts.moderatedOn(),
                audit.releasedOn().orElse(null),
                facts.destroyedOn(),
                released(audit));
    }
}
