package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.CaseView.Concern;
import uk.org.kscb.portal.practiceaudit.CaseView.Section;
import uk.org.kscb.portal.practiceaudit.ReturnView.CaseLine;
import uk.org.kscb.portal.practiceaudit.ReturnView.Head;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn.WhoAuditedMayNotSign;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.ToolQuestion;
import uk.org.kscb.portal.practiceaudit.model.ToolVersion;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.AnswerRow;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.CaseRow;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.ModeratedRow;
import uk.org.kscb.portal.practiceaudit.store.ToolStore;

/** Puts returns and their cases together for those who read them, in a fixed number of queries. */
@ApplicationScoped
class ReturnAssembly {

    @Inject
    private AuditStore audits;

    @Inject
    private ReturnStore store;

    @Inject
    private ToolStore tools;

    @Inject
    private PortalClock clock;

    @Inject
    private BankHolidays holidays;

    Opened open(PracticeAudit audit, AgencyReturn made, ReturnScope scope) {
        return open(audit, List.of(made), scope).getFirst();
    }

    /** Several returns of one audit. */
    List<Opened> open(PracticeAudit audit, List<AgencyReturn> made, ReturnScope scope) {
        Optional<ToolVersion> tool = audit.toolVersionId().flatMap(tools::version);
        List<Question> questions = tool.stream()
                .flatMap(t -> t.questions().stream())
                .map(ToolQuestion::view)
                .toList();
        Map<Long, String[]> agencies = store.agencies();
        return made.stream()
                .map(m -> new Opened(
                        audit,
                        m,
                        scope,
                        head(audit, tool, Objects.requireNonNull(agencies.get(m.agencyId()))),
                        questions))
                .toList();
    }

    /** For a viewer to whom no return is visible. */
    Head head(PracticeAudit audit, Viewer viewer) {
        return head(audit, audit.toolVersionId().flatMap(tools::version), new String[] {
            viewer.agencyCode(), viewer.agencyName(), viewer.agencyShortName()
        });
    }

    private static Head head(PracticeAudit audit, Optional<ToolVersion> tool, String[] agency) {
        return new Head(
                audit.code(),
                audit.title(),
                audit.state(),
                audit.returnsDueOn().orElse(null),
                audit.releasedOn().orElse(null),
                agency[0],
                agency[1],
                agency[2],
                audit.gradingScheme(),
                tool.map(t -> t.tool().name()).orElse(null),
                tool.map(ToolVersion::number).orElse(0));
    }

    ReturnView view(Opened opened, Viewer viewer) {
        AgencyReturn made = opened.made();
        List<CaseRow> rows = store.cases(made, opened.scope());
        Map<Long, Map<String, AnswerRow>> answers = answers(rows);
        List<CaseLine> lines = rows.stream()
                .map(row -> line(opened, row, answers.getOrDefault(row.id(), Map.of()), viewer))
                .toList();
        boolean own = made.agencyId() == viewer.agencyId();
        boolean coordinates = own && viewer.may(Permission.SIGN_RETURN);
        boolean mayReopen =
                viewer.may(Permission.REOPEN_RETURN) && (own || opened.scope().all());
        boolean open = made.state().open();
        Optional<String> closed = opened.closed(clock.now());
        return new ReturnView(
                opened.head(),
                made.state(),
                closed.isEmpty(),
                closed.orElse(null),
                lines,
                store.nameOf(made.signedBy().orElse(null)),
                made.signedAt().orElse(null),
                made.round(),
                toSign(lines),
                coordinates && open && closed.isEmpty(),
                coordinates && open && store.audited(made, viewer.memberId()) ? WhoAuditedMayNotSign.WHY_NOT : null,
                coordinates && open && closed.isEmpty(),
                mayReopen && !open && AnswerRules.mayReopen(opened.audit().state()),
                mayReopen && !open ? store.openRequest(made, viewer.memberId()).orElse(null) : null,
                coordinates && open ? store.auditors(made.agencyId()) : List.of());
    }

    private static List<String> toSign(List<CaseLine> lines) {
        List<String> open = lines.stream()
                .filter(l -> !l.done())
                .map(CaseLine::code)
                .distinct()
                .toList();
        // none of the cases drawn may be the agency's: it signs that, so that nobody waits for it
        return open.isEmpty()
                ? List.of()
                : List.of("Not complete yet: " + String.join(", ", open.subList(0, Math.min(6, open.size())))
                        + (open.size() > 6 ? " and " + (open.size() - 6) + " more." : "."));
    }

    private static CaseLine line(Opened opened, CaseRow row, Map<String, AnswerRow> answers, Viewer viewer) {
        List<Answered> asked = opened.asked(row.part(), answers);
        return new CaseLine(
                row.code(),
                row.part(),
                row.known(),
                row.auditor(),
                row.helper(),
                row.auditorUser(),
                row.helperUser(),
                (int) asked.stream().filter(a -> a.wanted() && a.given()).count(),
                (int) asked.stream().filter(Answered::wanted).count(),
                row.concern(),
                row.completedAt(),
                mine(row, viewer));
    }

    private static boolean mine(CaseRow row, Viewer viewer) {
        return Objects.equals(row.auditorId(), viewer.memberId()) || Objects.equals(row.helperId(), viewer.memberId());
    }

    /** One case of a return. @param part null for the first that the agency has in it */
    CaseView caseView(Opened opened, String code, @Nullable AgencyPart part, Viewer viewer) {
        List<CaseRow> rows = store.cases(opened.made(), opened.scope());
        CaseRow row = require(rows, code, part);
        boolean declared = store.declared(row.id(), viewer.memberId());
        return views(opened, rows, List.of(row), List.of(audits.requireCase(opened.audit(), code)), declared, viewer)
                .getFirst();
    }

    /** All of a return that the scope reaches. */
    List<CaseView> allCases(Opened opened, Viewer viewer) {
        List<CaseRow> rows = store.cases(opened.made(), opened.scope());
        return views(opened, rows, rows, audits.cases(opened.audit()), false, viewer);
    }

    private List<CaseView> views(
            Opened opened,
            List<CaseRow> all,
            List<CaseRow> wanted,
            List<AuditCase> cases,
            boolean declared,
            Viewer viewer) {
        Map<Long, Map<String, AnswerRow>> answers = answers(wanted);
        List<ModeratedRow> moderated = opened.released(clock.today())
                ? store.moderated(wanted.stream().map(CaseRow::id).toList())
                : List.of();
        Map<String, AuditCase> byCode = new HashMap<>();
        cases.forEach(c -> byCode.put(c.code(), c));
        List<String> codes = all.stream().map(CaseRow::code).distinct().toList();
        Optional<String> closed = opened.closed(clock.now());
        return wanted.stream()
                .map(row -> {
                    List<Answered> asked = opened.asked(row.part(), answers.getOrDefault(row.id(), Map.of()));
                    boolean own = opened.made().agencyId() == viewer.agencyId()
                            && viewer.may(Permission.ANSWER_RETURN)
                            && (mine(row, viewer) || viewer.may(Permission.SIGN_RETURN));
                    int place = codes.indexOf(row.code());
                    return new CaseView(
                            opened.head(),
                            row.code(),
                            row.part(),
                            all.stream()
                                    .filter(r -> r.code().equals(row.code()))
                                    .map(CaseRow::part)
                                    .toList(),
                            place + 1,
                            codes.size(),
                            place > 0 ? codes.get(place - 1) : null,
                            place + 1 < codes.size() ? codes.get(place + 1) : null,
                            traits(byCode.get(row.code())),
                            opened.made().state(),
                            row.known(),
                            own && closed.isEmpty() && row.completedAt() == null,
                            whyNot(own, closed, row),
                            own && closed.isEmpty() && row.completedAt() != null,
                            own,
                            declared,
                            sections(asked),
                            new Concern(row.concern(), row.concernAt(), row.concernTold()),
                            row.completedAt(),
                            unanswered(asked),
                            opened.score(asked),
                            Elapsed.of(asked, holidays.workingDays()),
                            ReturnStore.bySubject(moderated, row.id()));
                })
                .toList();
    }

    private static CaseView.Traits traits(@Nullable AuditCase of) {
        if (of == null) {
            return new CaseView.Traits(null, null, null, null);
        }
        AuditCase.Traits traits = of.traits();
        return new CaseView.Traits(traits.ageBand(), traits.district(), traits.outcome(), traits.referralOn());
    }

    private static @Nullable String whyNot(boolean own, Optional<String> closed, CaseRow row) {
        if (!own) {
            return "You may read this return, not change it.";
        }
        return closed.orElse(
                row.completedAt() == null ? null : "This case is complete. Take it up again to change it.");
    }

    static CaseRow require(List<CaseRow> rows, String code, @Nullable AgencyPart part) {
        return rows.stream()
                .filter(r -> r.code().equals(code) && (part == null || r.part() == part))
                .findFirst()
                .orElseThrow(() -> new NotVisible("case of this audit"));
    }

    Map<Long, Map<String, AnswerRow>> answers(List<CaseRow> rows) {
        Map<Long, Map<String, AnswerRow>> answers = new HashMap<>();
        store.answers(rows.stream().map(CaseRow::id).toList())
                .forEach(a -> answers.computeIfAbsent(a.returnCase(), r -> new HashMap<>())
                        .put(a.ref(), a));
        return answers;
    }

    private static List<Section> sections(List<Answered> asked) {
        Map<String, List<Answered>> byLetter = new LinkedHashMap<>();
        asked.forEach(a -> byLetter.computeIfAbsent(a.question().section(), s -> new ArrayList<>())
                .add(a));
        return byLetter.entrySet().stream()
                .map(e -> new Section(
                        e.getKey(), e.getValue().getFirst().question().sectionTitle(), e.getValue()))
                .toList();
    }

    private static List<String> unanswered(List<Answered> asked) {
        return asked.stream()
                .filter(a -> a.wanted() && !a.given() && a.question().kind() != AnswerKind.TEXT)
                .map(a -> a.question().ref())
                .toList();
    }
}
