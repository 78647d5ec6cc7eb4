package uk.org.kscb.portal.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AuditDetail;
import uk.org.kscb.portal.practiceaudit.AuditRow;
import uk.org.kscb.portal.practiceaudit.ProgrammeView;
import uk.org.kscb.portal.practiceaudit.SampleView;
import uk.org.kscb.portal.practiceaudit.StepView;

/** Practice audits as the API shows them. */
public final class PracticeAuditJson {
    private PracticeAuditJson() {}

    public record Line(
            String code,
            String title,
            String kind,
            String state,
            LocalDate periodFrom,
            LocalDate periodUntil,
            @Nullable LocalDate returnsDue,
            List<String> agencies,
            @Nullable Integer signedOff,
            @Nullable Step next) {

        static Line of(AuditRow a) {
            return new Line(
                    a.code(),
                    a.title(),
                    Slug.of(a.kind()),
                    Slug.of(a.state()),
                    a.periodFrom(),
                    a.periodUntil(),
                    a.returnsDue(),
                    a.agencies().stream().map(AgencyName::code).toList(),
                    a.signedOff(),
                    a.next() == null ? null : Step.of(a.next()));
        }
    }

    public record Step(
            String step,
            int offset,
            @Nullable LocalDate due,
            @Nullable LocalDate done,
            boolean late) {
        static Step of(StepView s) {
            return new Step(Slug.of(s.step()), s.offset(), s.due(), s.done(), s.late());
        }
    }

    public record Standing(
            String agency,
            String part,
            @Nullable LocalDate receipt,
            @Nullable LocalDate withdrawn,
            @Nullable String state,
            @Nullable Instant signedAt,
            long cases,
            long complete,
            int timesChased) {

        static Standing of(AuditDetail.Standing s) {
            return new Standing(
                    s.agency().code(),
                    Slug.of(s.part()),
                    s.receipt(),
                    s.withdrawn(),
                    s.state() == null ? null : Slug.of(s.state()),
                    s.signedAt(),
                    s.cases(),
                    s.complete(),
                    s.timesChased());
        }
    }

    public record Event(
            LocalDate on,
            String what,
            String state,
            @Nullable String agency,
            String detail,
            @Nullable String reason) {

        static Event of(AuditDetail.Happened h) {
            return new Event(
                    h.on(),
                    h.what().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    Slug.of(h.state()),
                    h.agency() == null ? null : h.agency().code(),
                    h.detail(),
                    h.reason());
        }
    }

    /** @param shut why the move cannot be made yet */
    public record Opening(String move, @Nullable String shut) {}

    public record Full(
            Line audit,
            String theme,
            String question,
            String gradingScheme,
            @Nullable String tool,
            @Nullable LocalDate scopeApproved,
            @Nullable LocalDate released,
            @Nullable LocalDate closed,
            @Nullable String reauditOf,
            List<Step> steps,
            List<Standing> agencies,
            List<Event> history,
            List<Opening> moves) {

        static Full of(AuditDetail d) {
            return new Full(
                    Line.of(d.summary()),
                    d.theme(),
                    d.question(),
                    d.gradingScheme(),
                    d.tool(),
                    d.scopeApproved(),
                    d.released(),
                    d.closed(),
                    d.reauditOf(),
                    d.steps().stream().map(Step::of).toList(),
                    d.agencies().stream().map(Standing::of).toList(),
                    d.history().stream().map(Event::of).toList(),
                    d.openings().stream()
                            .map(o -> new Opening(Slug.of(o.move()), o.shut()))
                            .toList());
        }
    }

    public record Stratum(
            String name,
            int population,
            @Nullable Integer sample,
            @Nullable Integer reserves) {
        static Stratum of(SampleView.StratumView s) {
            return new Stratum(s.name(), s.population(), s.sample(), s.reserves());
        }
    }

    /** @param found null where the population's file did not say */
    public record Spread(String what, @Nullable Integer found, boolean missed) {}

    public record Draw(
            String seed,
            String pilot,
            String inclusion,
            String exclusion,
            List<Spread> spread,
            String method,
            int reservePercent,
            List<Stratum> strata,
            LocalDate drawnOn,
            String fingerprint,
            @Nullable Instant codesTakenAt) {

        static Draw of(SampleView.DrawView d) {
            return new Draw(
                    d.seed(),
                    d.pilot(),
                    d.inclusion(),
                    d.exclusion(),
                    d.spread().stream()
                            .map(l -> new Spread(l.what(), l.found(), l.missed()))
                            .toList(),
                    d.method(),
                    d.reservePercent(),
                    d.strata().stream().map(Stratum::of).toList(),
                    d.drawnOn(),
                    d.fingerprint(),
                    d.codesTakenAt());
        }
    }

    public record Case(
            String code,
            String stratum,
            boolean reserve,
            String status,
            @Nullable String replacedBy,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable String referrer,
            @Nullable String ageBand,
            @Nullable String district,
            @Nullable String outcome,
            @Nullable LocalDate referredOn) {

        static Case of(SampleView.CaseView c) {
            return new Case(
                    c.code(),
                    c.stratum(),
                    c.reserve(),
                    Slug.of(c.status()),
                    c.replacedBy(),
                    c.reason(),
                    code(c.decidedBy()),
                    code(c.referrer()),
                    c.ageBand(),
                    c.district(),
                    c.outcome(),
                    c.referredOn());
        }

        private static @Nullable String code(@Nullable AgencyName agency) {
            return agency == null ? null : agency.code();
        }
    }

    public record Sample(List<Stratum> waiting, List<Draw> draws, boolean codesWaiting, List<Case> cases) {
        static Sample of(SampleView v) {
            return new Sample(
                    v.waiting().stream().map(Stratum::of).toList(),
                    v.draws().stream().map(Draw::of).toList(),
                    v.codesWaiting(),
                    v.cases().stream().map(Case::of).toList());
        }
    }

    public record Approval(String board, String minute, LocalDate on) {}

    public record Planned(
            String id,
            String theme,
            String why,
            String kind,
            String lead,
            List<String> agencies,
            int quarterFrom,
            int quarterUntil,
            @Nullable Integer sample,
            @Nullable Integer hours,
            String tests,
            String recurrence,
            String state,
            List<Round> rounds) {

        static Planned of(ProgrammeView.Line l) {
            return new Planned(
                    l.id(),
                    l.theme(),
                    l.why(),
                    Slug.of(l.kind()),
                    l.lead(),
                    l.agencies().stream().map(AgencyName::code).toList(),
                    l.quarterFrom(),
                    l.quarterUntil(),
                    l.sample(),
                    l.hours(),
                    l.tests(),
                    Slug.of(l.recurrence()),
                    Slug.of(l.state()),
                    l.rounds().stream().map(Round::of).toList());
        }
    }

    /** A quarter (1 to 4) in which a line comes round, and codes of what carries it out. */
    public record Round(int quarter, List<String> audits) {
        static Round of(ProgrammeView.Round r) {
            return new Round(
                    r.quarter(),
                    r.audits().stream().map(ProgrammeView.Audit::code).toList());
        }
    }

    public record Programme(
            int year, String state, @Nullable LocalDate approvedOn, List<Approval> approvals, List<Planned> lines) {
        static Programme of(ProgrammeView v) {
            return new Programme(
                    v.year(),
                    Slug.of(v.state()),
                    v.approvedOn(),
                    v.approvals().stream()
                            .map(a -> new Approval(a.board(), a.minute(), a.on()))
                            .toList(),
                    v.lines().stream().map(Planned::of).toList());
        }
    }
}
