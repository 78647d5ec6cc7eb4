package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.ModerationView.CaseLine;
import uk.org.kscb.portal.practiceaudit.ModerationView.Column;
import uk.org.kscb.portal.practiceaudit.ModerationView.Decision;
import uk.org.kscb.portal.practiceaudit.ModerationView.Grade;
import uk.org.kscb.portal.practiceaudit.ModerationView.PanelMember;
import uk.org.kscb.portal.practiceaudit.ModerationView.Row;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.AuditCase;
import uk.org.kscb.portal.practiceaudit.model.Moderation;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.AuditStore;
import uk.org.kscb.portal.practiceaudit.store.ModerationStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.AnswerRow;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.CaseRow;

/** Lays agencies' answers beside each other for the panel, in a fixed number of queries. */
@ApplicationScoped
class ModerationAssembly {

    @Inject
    private AuditStore audits;

    @Inject
    private ReturnStore returns;

    @Inject
    private ReturnAssembly assembly;

    @Inject
    private ModerationStore store;

    /** One agency's part of one case. */
    private record Part(Opened opened, CaseRow row, List<Answered> asked, boolean own) {
        String key() {
            return opened.head().agency() + "-" + row.part();
        }
    }

    ModerationView.Table table(PracticeAudit audit, Viewer viewer) {
        ReturnScope scope = ReturnScope.of(viewer);
        List<Opened> opened = signed(audit, scope);
        Map<String, List<Part>> byCode = new LinkedHashMap<>();
        audits.cases(audit).stream()
                .filter(AuditCase::answeredFor)
                .forEach(c -> byCode.put(c.code(), new ArrayList<>()));
        parts(opened, scope, null, viewer)
                .forEach(p -> byCode.computeIfAbsent(p.row().code(), c -> new ArrayList<>())
                        .add(p));
        Map<Long, List<Moderation>> decided = store.decisions(byCode.values().stream()
                .flatMap(List::stream)
                .map(p -> p.row().id())
                .toList());
        List<CaseLine> lines = byCode.entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue(), decided))
                .toList();
        return new ModerationView.Table(
                assembly.head(audit, viewer),
                lines,
                AnswerRules.panelWorks(audit.state()),
                returns.unsignedAgencies(audit));
    }

    private static CaseLine line(String code, List<Part> parts, Map<Long, List<Moderation>> decided) {
        int grades = 0;
        int done = 0;
        int changed = 0;
        for (Part part : parts) {
            for (Answered a : part.asked()) {
                GradeSubject subject = a.question().gradeSubject();
                if (subject == null
                        || !a.wanted()
                        || Boolean.FALSE.equals(part.row().known())) {
                    continue;
                }
                grades++;
                Optional<Moderation> newest = newest(decided, part.row().id(), subject);
                done += newest.isPresent() ? 1 : 0;
                changed += newest.filter(m -> !m.grade().equals(a.value())).isPresent() ? 1 : 0;
            }
        }
        return new CaseLine(
                code, parts.size(), grades, done, changed, rows(parts).stream().anyMatch(Row::differs));
    }

    private static Optional<Moderation> newest(
            Map<Long, List<Moderation>> decided, long returnCase, GradeSubject subject) {
        return decided.getOrDefault(returnCase, List.of()).stream()
                .filter(m -> m.subject() == subject)
                .findFirst();
    }

    ModerationView sideBySide(PracticeAudit audit, String code, Viewer viewer) {
        AuditCase found = audits.requireCase(audit, code);
        if (!found.answeredFor()) {
            throw new NotVisible("case of this audit");
        }
        ReturnScope scope = ReturnScope.of(viewer);
        List<Part> parts = parts(signed(audit, scope), scope, code, viewer);
        Map<Long, List<Moderation>> decided =
                store.decisions(parts.stream().map(p -> p.row().id()).toList());
        List<String> codes = audits.cases(audit).stream()
                .filter(AuditCase::answeredFor)
                .map(AuditCase::code)
                .toList();
        int place = codes.indexOf(code);
        AuditCase.Traits traits = found.traits();
        boolean works = AnswerRules.panelWorks(audit.state());
        return new ModerationView(
                assembly.head(audit, viewer),
                code,
                place + 1,
                codes.size(),
                place > 0 ? codes.get(place - 1) : null,
                place + 1 < codes.size() ? codes.get(place + 1) : null,
                new CaseView.Traits(traits.ageBand(), traits.district(), traits.outcome(), traits.referralOn()),
                parts.stream().map(p -> column(p, decided)).toList(),
                rows(parts),
                store.seats().stream()
                        .map(s -> new PanelMember(s.userName(), s.name(), s.agencyShort()))
                        .toList(),
                works && viewer.may(Permission.MODERATE),
                works
                        ? null
                        : "The panel is not at work: this audit stands at “"
                                + audit.state().words() + "”.");
    }

    /** Only what is signed off is laid before a panel, the manager's too. */
    private List<Opened> signed(PracticeAudit audit, ReturnScope scope) {
        List<AgencyReturn> signed = returns.visible(audit, scope).stream()
                .filter(r -> !r.state().open())
                .toList();
        return assembly.open(audit, signed, scope);
    }

    private List<Part> parts(List<Opened> opened, ReturnScope scope, @Nullable String code, Viewer viewer) {
        Map<Long, List<CaseRow>> cases =
                returns.cases(opened.stream().map(Opened::made).toList(), scope);
        List<CaseRow> rows = cases.values().stream()
                .flatMap(List::stream)
                .filter(r -> code == null || r.code().equals(code))
                .toList();
        Map<Long, Map<String, AnswerRow>> answers = assembly.answers(rows);
        return opened.stream()
                .flatMap(o -> cases.getOrDefault(o.made().id(), List.of()).stream()
                        .filter(r -> code == null || r.code().equals(code))
                        .map(r -> new Part(
                                o,
                                r,
                                o.asked(r.part(), answers.getOrDefault(r.id(), Map.of())),
                                o.made().agencyId() == viewer.agencyId())))
                .toList();
    }

    private static Column column(Part part, Map<Long, List<Moderation>> decided) {
        GradingScheme scheme = GradingScheme.of(part.opened().head().gradingScheme());
        Score score = part.opened().score(part.asked());
        List<Grade> grades = part.asked().stream()
                .filter(a -> a.question().gradeSubject() != null && a.wanted())
                .map(a ->
                        grade(a, score, scheme, decided.getOrDefault(part.row().id(), List.of())))
                .toList();
        return new Column(
                part.key(),
                part.opened().head().agency(),
                part.opened().head().agencyName(),
                part.opened().head().agencyShort(),
                part.row().part(),
                part.row().known(),
                "YES".equals(part.row().concern()),
                score,
                grades,
                part.own());
    }

    private static Grade grade(Answered self, Score score, GradingScheme scheme, List<Moderation> decided) {
        GradeSubject subject = Objects.requireNonNull(self.question().gradeSubject());
        return new Grade(
                subject,
                self.value(),
                self.value() == null ? null : scheme.label(self.value()),
                self.note(),
                self.by(),
                score.suggestedFor(subject, scheme)
                        .map(GradingScheme.Grade::label)
                        .orElse(null),
                score.capped(subject),
                decided.stream()
                        .filter(m -> m.subject() == subject)
                        .map(m -> new Decision(
                                m.id(),
                                m.grade(),
                                scheme.label(m.grade()),
                                m.reason(),
                                m.dissent().orElse(null),
                                m.liftedCapReason().orElse(null),
                                m.panel(),
                                m.moderatedAt()))
                        .toList());
    }

    private static List<Row> rows(List<Part> parts) {
        Map<String, Map<String, Answered>> byRef = new LinkedHashMap<>();
        Map<String, Question> questions = new LinkedHashMap<>();
        parts.stream()
                .flatMap(p -> p.opened().questions().stream())
                .filter(q -> q.gradeSubject() == null)
                .forEach(q -> questions.putIfAbsent(q.ref(), q));
        for (Part part : parts) {
            part.asked().stream()
                    .filter(a -> questions.containsKey(a.question().ref()))
                    .forEach(a -> byRef.computeIfAbsent(a.question().ref(), r -> new LinkedHashMap<>())
                            .put(part.key(), a));
        }
        return questions.values().stream()
                .filter(q -> byRef.containsKey(q.ref()))
                .map(q -> {
                    Map<String, Answered> answers = byRef.getOrDefault(q.ref(), Map.of());
                    long values = answers.values().stream()
                            .map(Answered::value)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count();
                    return new Row(q, answers, values > 1);
                })
                .toList();
    }
}
