package uk.org.kscb.portal.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds META-INF/openapi.yaml to what the resources really answer. */
class OpenApiDocumentTest {
    private static final Map<String, Class<?>> SCHEMAS = Map.ofEntries(
            Map.entry("FieldError", Problem.FieldError.class),
            Map.entry("AgencyBeside", ActionJson.Agency.class),
            Map.entry("ActionLine", ActionJson.Line.class),
            Map.entry("Action", ActionJson.Full.class),
            Map.entry("JointMarker", ActionJson.Marker.class),
            Map.entry("Milestone", ActionJson.Milestone.class),
            Map.entry("Reference", ActionJson.Reference.class),
            Map.entry("LinkedAction", ActionJson.Link.class),
            Map.entry("Contribution", ActionJson.Contribution.class),
            Map.entry("Update", ActionJson.Update.class),
            Map.entry("Escalation", EscalationJson.Escalation.class),
            Map.entry("EscalationTheme", EscalationJson.Theme.class),
            Map.entry("VignetteExercise", VignetteJson.Exercise.class),
            Map.entry("Vignette", VignetteJson.Vignette.class),
            Map.entry("VignetteResults", VignetteJson.Results.class),
            Map.entry("VignetteEarlier", VignetteJson.Earlier.class),
            Map.entry("VignetteCaseResult", VignetteJson.CaseResult.class),
            Map.entry("VignetteAgencyShare", VignetteJson.AgencyShare.class),
            Map.entry("ReceiptLine", ReferralJson.Line.class),
            Map.entry("ReferralClock", ReferralJson.Clock.class),
            Map.entry("Receipt", ReferralJson.Receipt.class),
            Map.entry("ReceiptEvent", ReferralJson.Event.class),
            Map.entry("ReferralMeasure", ReferralJson.Measure.class),
            Map.entry("Fraction", ReferralJson.Fraction.class),
            Map.entry("Agency", PartnershipJson.Agency.class),
            Map.entry("Me", PartnershipJson.Me.class),
            Map.entry("Acting", PartnershipJson.Acting.class),
            Map.entry("Person", PartnershipJson.Person.class),
            Map.entry("PersonRole", PartnershipJson.PersonRole.class),
            Map.entry("TrailVerdict", PartnershipJson.Verdict.class),
            Map.entry("Import", ImportJson.Full.class),
            Map.entry("ImportLine", ImportJson.Line.class),
            Map.entry("ImportChanges", ImportJson.Changes.class),
            Map.entry("ImportChange", ImportJson.Change.class),
            Map.entry("ImportDifference", ImportJson.Difference.class),
            Map.entry("Oddity", ImportJson.Oddity.class),
            Map.entry("AuditLine", PracticeAuditJson.Line.class),
            Map.entry("AuditStep", PracticeAuditJson.Step.class),
            Map.entry("AuditStanding", PracticeAuditJson.Standing.class),
            Map.entry("AuditEvent", PracticeAuditJson.Event.class),
            Map.entry("AuditOpening", PracticeAuditJson.Opening.class),
            Map.entry("Audit", PracticeAuditJson.Full.class),
            Map.entry("AuditStratum", PracticeAuditJson.Stratum.class),
            Map.entry("AuditDraw", PracticeAuditJson.Draw.class),
            Map.entry("AuditSpread", PracticeAuditJson.Spread.class),
            Map.entry("AuditCase", PracticeAuditJson.Case.class),
            Map.entry("AuditSample", PracticeAuditJson.Sample.class),
            Map.entry("AuditApproval", PracticeAuditJson.Approval.class),
            Map.entry("AuditPlanned", PracticeAuditJson.Planned.class),
            Map.entry("AuditRound", PracticeAuditJson.Round.class),
            Map.entry("AuditProgramme", PracticeAuditJson.Programme.class),
            Map.entry("AuditResults", AuditResultJson.Results.class),
            Map.entry("ResultFigures", AuditResultJson.ResultFigures.class),
            Map.entry("CountedShare", AuditResultJson.Part.class),
            Map.entry("ThresholdOutcome", AuditResultJson.Outcome.class),
            Map.entry("QuestionResult", AuditResultJson.Question.class),
            Map.entry("SectionResult", AuditResultJson.Section.class),
            Map.entry("GroupResult", AuditResultJson.Group.class),
            Map.entry("StratumResult", AuditResultJson.Stratum.class),
            Map.entry("WeightedResult", AuditResultJson.Weighted.class),
            Map.entry("SpeedResult", AuditResultJson.Speed.class),
            Map.entry("LevelAgreement", AuditResultJson.Agreement.class),
            Map.entry("CalibrationResult", AuditResultJson.Calibration.class),
            Map.entry("RoundsResult", AuditResultJson.Rounds.class),
            Map.entry("ComparedResult", AuditResultJson.Compared.class),
            Map.entry("GradingResult", AuditResultJson.Grading.class),
            Map.entry("OwnCase", AuditResultJson.OwnCase.class),
            Map.entry("BesideResult", AuditResultJson.Beside.class),
            Map.entry("AuditFindings", AuditResultJson.Findings.class),
            Map.entry("Finding", AuditResultJson.Finding.class),
            Map.entry("Recommendation", AuditResultJson.Recommendation.class),
            Map.entry("ImportCounts", ImportJson.Counts.class),
            Map.entry("GuidanceEdition", GuidanceApiJson.EditionLine.class),
            Map.entry("GuidanceApproval", GuidanceApiJson.Approval.class),
            Map.entry("GuidanceFull", GuidanceApiJson.Full.class),
            Map.entry("GuidanceIndicator", uk.org.kscb.portal.threshold.GuidanceText.Indicator.class),
            Map.entry("GuidanceChanges", GuidanceApiJson.Changes.class),
            Map.entry("GuidanceChange", GuidanceApiJson.Part.class),
            Map.entry("GuidanceChangedLine", GuidanceApiJson.Line.class));

    @Test
    void each_route_is_described_and_nothing_else() throws IOException {
        assertThat(describedRoutes()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void each_member_is_described_and_nothing_else(String schema, Class<?> record) throws IOException {
        List<String> members = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(describedMembers(schema)).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void every_record_of_the_api_has_its_description() {
        List<Class<?>> records = Stream.of(
                        ActionJson.class,
                        PartnershipJson.class,
                        ImportJson.class,
                        PracticeAuditJson.class,
                        AuditResultJson.class,
                        GuidanceApiJson.class,
                        ReferralJson.class,
                        EscalationJson.class,
                        VignetteJson.class)
                .flatMap(c -> Stream.of(c.getDeclaredClasses()))
                .toList();
        assertThat(SCHEMAS.values()).containsAll(records);
    }

    static Stream<Object[]> schemas() {
        return SCHEMAS.entrySet().stream().map(e -> new Object[] {e.getKey(), e.getValue()});
    }

    private static List<String> routes() {
        List<String> routes = new ArrayList<>();
        for (Class<?> resource : new RestApplication().getClasses()) {
            Path base = resource.getAnnotation(Path.class);
            if (base != null) {
                for (Method method : resource.getDeclaredMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            routes.add(verb.value() + " " + address(base, method.getAnnotation(Path.class)));
                        }
                    }
                }
            }
        }
        return routes;
    }

    private static String address(Path base, Path own) {
        String path = "/api/v1/" + base.value() + "/" + (own == null ? "" : own.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static List<String> describedRoutes() throws IOException {
        List<String> routes = new ArrayList<>();
        String path = "";
        for (String line : part("paths", "components").lines().toList()) {
            if (line.matches(" {2}/.*:")) {
                path = line.strip().replaceAll(":$", "");
            } else if (line.matches(" {4}(get|post|put|patch|delete):")) {
                routes.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return routes;
    }

    private static TreeSet<String> describedMembers(String schema) throws IOException {
        Matcher found = Pattern.compile("\n {4}" + schema + ":\n(.*?)(?=\n {4}\\w+:|$)", Pattern.DOTALL)
                .matcher(part("  schemas", "nothing after it"));
        assertThat(found.find()).as("schema %s", schema).isTrue();
        String properties = found.group(1).replaceFirst("(?s).*\n {6}properties:\n", "");
        TreeSet<String> members = new TreeSet<>();
        Matcher member = Pattern.compile("^ {8}'?(\\w+)'?:", Pattern.MULTILINE).matcher(properties);
        while (member.find()) {
            members.add(member.group(1));
        }
        return members;
    }

    private static String part(String from, String to) throws IOException {
        try (InputStream in = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = text.indexOf("\n" + from + ":");
            int end = text.indexOf("\n" + to + ":");
            return text.substring(start, end < 0 ? text.length() : end);
        }
    }
}
