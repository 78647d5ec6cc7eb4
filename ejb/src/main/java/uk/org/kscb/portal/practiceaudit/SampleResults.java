package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ReportedStatus;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.model.AuditAction;
import uk.org.kscb.portal.practiceaudit.model.Finding;
import uk.org.kscb.portal.practiceaudit.model.ImpactReview;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.model.Recommendation;
import uk.org.kscb.portal.practiceaudit.model.RecommendationEvent;
import uk.org.kscb.portal.practiceaudit.store.SampleResultStore;

/** With sample data: what agencies answered in the finished audit, what the panel graded, and what became of it. */
@ApplicationScoped
class SampleResults {
    private static final String AUDIT = "A11-01";
    private static final String SOURCE = "sample data";
    private static final LocalDate SIGNED = LocalDate.of(2011, 5, 3);
    private static final LocalDate MODERATED = LocalDate.of(2011, 5, 26);
    private static final LocalDate DECIDED = LocalDate.of(2011, 5, 9);

    @Inject
    private SampleResultStore store;

    void bringIn(@Observes @Priority(Interceptor.Priority.APPLICATION + 200) SampleAuditsPlayed played) {
        PracticeAudit audit = store.audit(AUDIT).orElse(null);
        Path answers = played.folder().resolve("answers.csv");
        if (audit == null || audit.toolVersionId().isEmpty() || !Files.exists(answers)) {
            return;
        }
        long member = store.anybody();
        rows(answers).forEach(row -> answer(audit, row, member));
        store.signOff(audit, member, at(SIGNED));
        Map<String, Finding> findings = new HashMap<>();
        rows(played.folder().resolve("recommendations.csv")).forEach(row -> recommend(audit, row, findings, member));
    }

    private void answer(PracticeAudit audit, CSVRecord row, long member) {
        long made = store.row(audit, row.get("case"), store.agency(row.get("agency")), row.get("part"), at(SIGNED));
        Map<String, String> answers = new LinkedHashMap<>();
        row.toMap().forEach((heading, value) -> {
            if (heading.matches("Q\\d+\\w?") && !value.isBlank()) {
                answers.put(heading, value);
            }
        });
        store.answer(audit, made, answers, member, at(SIGNED));
        if (!row.get("self grade").isBlank()) {
            String subject = GradeSubject.REFERRAL.name();
            store.selfGrade(made, subject, row.get("self grade"), row.get("reason"), member, at(SIGNED));
            store.moderated(
                    made,
                    subject,
                    row.get("moderated grade"),
                    row.get("self grade"),
                    row.get("panel reason"),
                    "KCC, Health, Police, Schools",
                    member,
                    at(MODERATED));
        }
    }

    private void recommend(PracticeAudit audit, CSVRecord row, Map<String, Finding> findings, long member) {
        LocalDate made = LocalDate.parse(row.get("made"));
        int number = findings.size() + 1;
        Finding finding = store.add(new Finding(
                audit,
                number,
                new RecordFinding(
                        AUDIT,
                        row.get("finding"),
                        row.get("question"),
                        number(row.get("numerator")),
                        number(row.get("denominator")),
                        null),
                SOURCE,
                made,
                at(made)));
        findings.put(finding.publicId(), finding);
        long agency = store.agency(row.get("agency"));
        Recommendation recommendation = store.add(new Recommendation(
                finding,
                number,
                new Recommend(
                        AUDIT,
                        finding.publicId(),
                        row.get("recommendation"),
                        row.get("agency"),
                        FindingPriority.valueOf(row.get("priority")),
                        LocalDate.parse(row.get("due"))),
                agency,
                made));
        recommendation.decide(Decision.valueOf(row.get("decision")), row.get("reason"), DECIDED);
        store.flush();
        store.add(new RecommendationEvent(
                recommendation,
                Decision.valueOf(row.get("decision")),
                row.get("reason"),
                new RecommendationEvent.Minuted("Kent Safeguarding Children Board", "Minutes of the meeting"),
                SOURCE,
                "KSCB",
                DECIDED,
                at(DECIDED)));
        if (!row.get("action").isBlank()) {
            act(recommendation, row, agency, member);
        }
    }

    private void act(Recommendation recommendation, CSVRecord row, long agency, long member) {
        LocalDate on = LocalDate.of(2011, 6, 9);
        AuditAction action = store.add(new AuditAction(
                recommendation,
                new PlanAction(
                        recommendation.publicId(),
                        row.get("action"),
                        null,
                        null,
                        null,
                        LocalDate.parse(row.get("action due")),
                        row.get("better off"),
                        Set.of()),
                agency,
                Set.of(),
                member,
                DECIDED,
                at(DECIDED)));
        ReportedStatus status = ReportedStatus.valueOf(row.get("status"));
        store.add(action.report(
                new ReportOnAction(
                        recommendation.publicId(),
                        action.publicId(),
                        status,
                        row.get("done"),
                        status == ReportedStatus.COMPLETE ? row.get("proof") : null,
                        null),
                member,
                on,
                at(on)));
        if (!row.get("impact").equals("0")) {
            ImpactReview review = store.add(new ImpactReview(
                    recommendation,
                    new ShowImpact(
                            recommendation.publicId(),
                            ImpactLevel.of(Integer.parseInt(row.get("impact"))),
                            ShownBy.DOCUMENT,
                            row.get("proof"),
                            null),
                    null,
                    agency,
                    "agency",
                    on,
                    at(on)));
            review.agree(SOURCE, on);
        }
    }

    private static @Nullable Integer number(String text) {
        return text.isBlank() ? null : Integer.valueOf(text);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(PortalClock.LONDON).toInstant();
    }

    private static List<CSVRecord> rows(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Sample results cannot be read from " + file, e);
        }
    }
}
