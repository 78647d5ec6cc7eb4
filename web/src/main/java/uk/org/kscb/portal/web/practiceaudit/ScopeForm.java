package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AuditKind;
import uk.org.kscb.portal.practiceaudit.GradingScheme;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ProgrammeService;
import uk.org.kscb.portal.practiceaudit.ProgrammeView;
import uk.org.kscb.portal.practiceaudit.ScopeAudit;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** A new audit's scope. */
@Named
@RequestScoped
public class ScopeForm {
    private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK);
    private static final String PART = "part.";

    @EJB
    private PracticeAuditService service;

    @EJB
    private ProgrammeService programmes;

    @Inject
    private Notices notices;

    private ProgrammeView.@Nullable Line planned;
    private @Nullable String code;
    private @Nullable String title;
    private @Nullable String theme;
    private @Nullable String question;
    private @Nullable String kind;
    private @Nullable String gradingScheme;
    private @Nullable String periodFrom;
    private @Nullable String periodUntil;

    public void scope() {
        if (Doors.passed(() -> service.scope(asked()))) {
            notices.done(
                    "Scoped", "Choose the tool, then record the QA subgroup’s approval. From then on agencies see it.");
            Doors.goTo("/practice-audits/" + Words.url(code));
        }
    }

    @SuppressWarnings("NullAway") // what is missing is answered by the record's own validation
    private ScopeAudit asked() {
        return new ScopeAudit(
                Objects.requireNonNullElse(code, ""),
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(theme, ""),
                Objects.requireNonNullElse(question, ""),
                Stream.of(AuditKind.values())
                        .filter(k -> k.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                gradingScheme,
                day(periodFrom),
                day(periodUntil),
                parts(),
                getLine(),
                getQuarter());
    }

    private static Map<String, AgencyPart> parts() {
        Map<String, AgencyPart> parts = new HashMap<>();
        Sent.everything().forEach((name, value) -> {
            if (name.startsWith(PART) && !value.isBlank()) {
                Stream.of(AgencyPart.values())
                        .filter(p -> p.name().equals(value))
                        .forEach(p -> parts.put(name.substring(PART.length()), p));
            }
        });
        return parts;
    }

    /** Public id of the programme's line that the audit carries out; empty when it carries out none. */
    public String getLine() {
        return Sent.text("line");
    }

    /** In which the line comes round that this audit carries out; null for the next. */
    public @Nullable Integer getQuarter() {
        String asked = Sent.text("quarter");
        return asked.matches("[1-4]") ? Integer.valueOf(asked) : null;
    }

    private ProgrammeView.@Nullable Line planned() {
        if (planned == null && !getLine().isBlank()) {
            planned = programmes.line(getLine());
        }
        return planned;
    }

    private @Nullable String orPlanned(@Nullable String typed, Function<ProgrammeView.Line, String> from) {
        ProgrammeView.Line line = typed == null ? planned() : null;
        return line == null ? typed : from.apply(line);
    }

    private String part(String agency) {
        String typed = Sent.orNull(PART + agency);
        ProgrammeView.Line line = typed == null ? planned() : null;
        boolean asked =
                line != null && line.agencies().stream().anyMatch(a -> a.code().equals(agency));
        return asked ? AgencyPart.INVOLVED.name() : Objects.requireNonNullElse(typed, "");
    }

    /** An agency that could be asked, and what was chosen for it. */
    public record Asked(AgencyName agency, String name, String chosen) {}

    public List<Asked> getAgencies() {
        return service.askable().stream()
                .filter(a -> !a.code().equals("DFE"))
                .map(a -> new Asked(a, PART + a.code(), part(a.code())))
                .toList();
    }

    /** @return null when it is no day; the command says so at its field */
    static @Nullable LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return typed.contains("/") ? LocalDate.parse(typed.strip(), BRITISH) : LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    public AuditKind[] getKinds() {
        return AuditKind.values();
    }

    public List<GradingScheme> getSchemes() {
        return GradingScheme.all();
    }

    public AgencyPart[] getParts() {
        return AgencyPart.values();
    }

    public String getCode() {
        if (code == null) {
            code = service.nextCode();
        }
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code.strip();
    }

    public @Nullable String getTitle() {
        return orPlanned(title, ProgrammeView.Line::theme);
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getTheme() {
        return orPlanned(theme, ProgrammeView.Line::theme);
    }

    public void setTheme(@Nullable String theme) {
        this.theme = theme;
    }

    public @Nullable String getQuestion() {
        return question;
    }

    public void setQuestion(@Nullable String question) {
        this.question = question;
    }

    public @Nullable String getKind() {
        return orPlanned(kind, line -> line.kind().name());
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getGradingScheme() {
        return gradingScheme;
    }

    public void setGradingScheme(@Nullable String gradingScheme) {
        this.gradingScheme = gradingScheme;
    }

    public @Nullable String getPeriodFrom() {
        return periodFrom;
    }

    public void setPeriodFrom(@Nullable String periodFrom) {
        this.periodFrom = periodFrom;
    }

    public @Nullable String getPeriodUntil() {
        return periodUntil;
    }

    public void setPeriodUntil(@Nullable String periodUntil) {
        this.periodUntil = periodUntil;
    }
}
