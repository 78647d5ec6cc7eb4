package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AgencyName;
import uk.org.kscb.portal.practiceaudit.AuditState;
import uk.org.kscb.portal.practiceaudit.CaseStatus;
import uk.org.kscb.portal.practiceaudit.DrawSample;
import uk.org.kscb.portal.practiceaudit.SampleService;
import uk.org.kscb.portal.practiceaudit.SampleView;
import uk.org.kscb.portal.practiceaudit.SampleView.CaseView;
import uk.org.kscb.portal.practiceaudit.SampleView.CodePair;
import uk.org.kscb.portal.practiceaudit.SampleView.DrawView;
import uk.org.kscb.portal.practiceaudit.SampleView.StratumView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** Drawing the sample of an audit, and what becomes of its cases. */
@Named
@RequestScoped
public class SamplePage {
    private static final String SIZE = "size.";

    @EJB
    private SampleService service;

    @Inject
    private AuditPage page;

    @Inject
    private Notices notices;

    @Inject
    private PortalClock clock;

    private @Nullable SampleView view;
    private @Nullable Part file;
    private @Nullable Part again;
    private @Nullable String seed;
    private @Nullable String pilot;
    private @Nullable String inclusion;
    private @Nullable String exclusion;
    private int reserves = 20;
    private @Nullable String leaving;
    private @Nullable String caseReason;
    private @Nullable String decidedBy;

    public SampleView getView() {
        if (view == null) {
            view = service.sample(page.getCode());
        }
        return view;
    }

    public boolean isDrawable() {
        AuditState state = getView().state();
        return state == AuditState.PILOTING || state == AuditState.SAMPLED;
    }

    /** A stratum of the population, its field's name and what was typed into it. */
    public record Line(StratumView stratum, String name, String typed) {}

    public List<Line> getLines() {
        return getView().waiting().stream()
                .map(s -> new Line(s, SIZE + s.name(), Sent.text(SIZE + s.name())))
                .toList();
    }

    public long getPopulation() {
        return getView().waiting().stream().mapToInt(StratumView::population).sum();
    }

    public void upload() throws IOException {
        with(file, "file", path -> {
            if (Doors.passed(() -> service.upload(page.getCode(), name(file), path))) {
                notices.done("The codes are read", "Say how many to draw from each stratum.");
                Doors.goTo(here());
            }
        });
    }

    public void check() throws IOException {
        with(again, "again", path -> {
            boolean[] same = new boolean[1];
            if (Doors.passed(() -> same[0] = service.sameDraw(page.getCode(), name(again), path))) {
                if (same[0]) {
                    notices.done("The same draw", "This population and the seed above give exactly this sample again.");
                } else {
                    notices.warn("Another draw", "This population is not the one that the sample was drawn from.");
                }
                Doors.goTo(here());
            }
        });
    }

    private interface UseOfFile {
        void use(Path path);
    }

    private static void with(@Nullable Part sent, String field, UseOfFile use) throws IOException {
        if (sent == null || sent.getSize() == 0) {
            Doors.say(field, "Choose the file first.");
            return;
        }
        Path copy = Files.createTempFile("portal-codes-", ".upload");
        try (InputStream in = sent.getInputStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            use.use(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static String name(@Nullable Part sent) {
        String name = sent == null ? null : sent.getSubmittedFileName();
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    public void draw() {
        if (Doors.passed(() -> service.draw(new DrawSample(
                page.getCode(), text(pilot), text(inclusion), text(exclusion), getSeed(), sizes(), reserves)))) {
            notices.done("The sample is drawn", "Take the list of codes now: it is given out once.");
            Doors.goTo(here());
        }
    }

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new HashMap<>();
        Sent.everything().forEach((name, value) -> {
            if (name.startsWith(SIZE) && !value.isBlank()) {
                if (!value.strip().matches("\\d{1,5}")) {
                    throw new Refusal("sizes", "Give each size as a whole number.");
                }
                sizes.put(name.substring(SIZE.length()), Integer.valueOf(value.strip()));
            }
        });
        return sizes;
    }

    public void oneEach() {
        if (Doors.passed(() -> service.oneEach(page.getCode()))) {
            notices.done("One case an agency", "Take the list of codes now: it is given out once.");
            Doors.goTo(here());
        }
    }

    /** Sent as a file and forgotten; asked for by a form, so that no link and no reload asks for it by chance. */
    public void takeCodes() throws IOException {
        List<CodePair> pairs = taken();
        if (pairs.isEmpty()) {
            return;
        }
        StringBuilder csv = new StringBuilder("population code,case code,stratum,reserve\r\n");
        pairs.forEach(p -> csv.append(cell(p.populationCode()))
                .append(',')
                .append(cell(p.caseCode()))
                .append(',')
                .append(cell(p.stratum()))
                .append(p.reserve() ? ",yes\r\n" : ",no\r\n"));
        ExternalContext out = FacesContext.getCurrentInstance().getExternalContext();
        out.setResponseContentType("text/csv;charset=UTF-8");
        out.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"" + page.getCode().replaceAll("[^A-Z0-9-]", "") + "-codes.csv\"");
        out.setResponseHeader("Cache-Control", "no-store");
        OutputStream to = out.getResponseOutputStream();
        to.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        FacesContext.getCurrentInstance().responseComplete();
    }

    private List<CodePair> taken() {
        List<List<CodePair>> taken = new java.util.ArrayList<>();
        return Doors.passed(() -> taken.add(service.takeCodes(page.getCode()))) ? taken.getFirst() : List.of();
    }

    private static String cell(String text) {
        String harmless = text.matches("[=+\\-@\\t].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    public void replace() {
        String which = Objects.requireNonNullElse(leaving, "");
        if (Doors.passed(() -> service.replace(page.getCode(), which, reason(), decidedBy))) {
            notices.done("Replaced", "The next reserve of its stratum is in the sample now.");
            Doors.goTo(here());
        }
    }

    public void exclude() {
        String which = Objects.requireNonNullElse(leaving, "");
        if (Doors.passed(() -> service.exclude(page.getCode(), which, reason(), decidedBy))) {
            notices.done("Excluded", "The sample is one case smaller. The reason is kept.");
            Doors.goTo(here());
        }
    }

    private String reason() {
        return text(caseReason);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** Drawing again begins with what was written for the draw before. */
    private @Nullable String orBefore(@Nullable String typed, Function<DrawView, String> before) {
        return typed != null || Sent.form()
                ? typed
                : getView().draws().stream().findFirst().map(before).orElse(null);
    }

    public @Nullable String getPilot() {
        return orBefore(pilot, DrawView::pilot);
    }

    public void setPilot(@Nullable String pilot) {
        this.pilot = pilot;
    }

    public @Nullable String getInclusion() {
        return orBefore(inclusion, DrawView::inclusion);
    }

    public void setInclusion(@Nullable String inclusion) {
        this.inclusion = inclusion;
    }

    public @Nullable String getExclusion() {
        return orBefore(exclusion, DrawView::exclusion);
    }

    public void setExclusion(@Nullable String exclusion) {
        this.exclusion = exclusion;
    }

    public List<CaseView> getInSample() {
        return getView().cases().stream()
                .filter(c -> c.status() == CaseStatus.IN_SAMPLE)
                .toList();
    }

    public List<AgencyName> getAgencies() {
        return page.getDetail().agencies().stream().map(s -> s.agency()).toList();
    }

    private String here() {
        return "/practice-audits/" + Words.url(page.getCode()) + "/sample";
    }

    /** The day is a good seed: nobody chose it to get a certain sample. */
    public String getSeed() {
        return seed == null || seed.isBlank() ? clock.today().toString() : seed.strip();
    }

    public void setSeed(@Nullable String seed) {
        this.seed = seed;
    }

    public int getReserves() {
        return reserves;
    }

    public void setReserves(int reserves) {
        this.reserves = reserves;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable Part getAgain() {
        return again;
    }

    public void setAgain(@Nullable Part again) {
        this.again = again;
    }

    public @Nullable String getLeaving() {
        return leaving;
    }

    public void setLeaving(@Nullable String leaving) {
        this.leaving = leaving;
    }

    public @Nullable String getCaseReason() {
        return caseReason;
    }

    public void setCaseReason(@Nullable String caseReason) {
        this.caseReason = caseReason;
    }

    public @Nullable String getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(@Nullable String decidedBy) {
        this.decidedBy = decidedBy;
    }
}
