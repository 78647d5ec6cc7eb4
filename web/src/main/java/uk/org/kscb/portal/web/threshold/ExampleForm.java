package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.threshold.DraftService;
import uk.org.kscb.portal.threshold.GuidanceText.AgeBand;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.WriteExample;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** One example of a draft, to be changed or added. */
@Named
@RequestScoped
public class ExampleForm {
    @EJB
    private DraftService drafts;

    @Inject
    private DraftPage page;

    @Inject
    private Notices notices;

    private String id = "";
    private int level = 1;
    private String domain = "";
    private int ageFrom = -1;
    private int ageTo = 17;
    private @Nullable String themes;
    private @Nullable String statement;
    private @Nullable String childVoice;
    private @Nullable String prompt;
    private boolean filled;
    private @Nullable String dutyNote;
    private @Nullable String procedure;
    private boolean immediateAction;

    /** The form, filled with what the draft says; there is none where nothing may be written. */
    public ExampleForm getReady() {
        if (!filled) {
            fill();
            filled = true;
        }
        return this;
    }

    private void fill() {
        if (!page.isMayWrite()) {
            throw new NotVisible("draft to write in");
        }
        String asked = Sent.text("example");
        Optional<Indicator> found = page.getEdition().text().indicator(asked);
        if (!asked.isEmpty() && found.isEmpty()) {
            throw new NotVisible("example");
        }
        id = found.map(Indicator::id).orElse(nextId());
        domain = page.getEdition().text().domains().getFirst().code();
        found.ifPresent(i -> {
            level = i.level();
            domain = i.domain();
            ageFrom = i.ageFrom();
            ageTo = i.ageTo();
            themes = String.join(", ", i.themes());
            statement = i.statement();
            childVoice = i.childVoice();
            prompt = i.prompt();
            dutyNote = i.dutyNote();
            procedure = i.procedure();
            immediateAction = i.immediateAction();
        });
    }

    private String nextId() {
        int highest = page.getEdition().text().indicators().stream()
                .map(Indicator::id)
                .filter(i -> i.matches("I\\d{1,4}"))
                .mapToInt(i -> Integer.parseInt(i.substring(1)))
                .max()
                .orElse(0);
        return "I%02d".formatted(highest + 1);
    }

    /** The edition that the draft was begun from words it so; null for a new example. */
    public @Nullable String getBefore() {
        return page.getEdition().text().indicator(id).map(Indicator::statement).orElse(null);
    }

    /** The revision that the writer sees; it travels with the form, so that a change meanwhile is noticed. */
    public long getRevision() {
        return Address.revisionToSend(page.getHead().revision());
    }

    public void save() {
        if (Doors.passed(() -> drafts.write(new WriteExample(
                page.getNumber(),
                Address.sentRevision(),
                id,
                level,
                domain,
                ageFrom,
                ageTo,
                Objects.requireNonNullElse(themes, ""),
                Objects.requireNonNullElse(statement, ""),
                childVoice,
                prompt,
                dutyNote,
                procedure,
                immediateAction)))) {
            notices.done("Example " + id + " saved", "In this draft only. Nothing public has changed.");
            Doors.goTo("/guidance/drafts/" + page.getNumber());
        }
    }

    public void takeOut() {
        if (Doors.passed(() -> drafts.takeOut(page.getNumber(), id, Address.sentRevision()))) {
            notices.done("Example " + id + " taken out", "Of this draft only; earlier editions keep it.");
            Doors.goTo("/guidance/drafts/" + page.getNumber());
        }
    }

    /** Ages from before birth to 17. */
    public List<AgeBand> getAges() {
        return page.getEdition().text().ages();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = Objects.requireNonNullElse(id, "").strip();
    }

    public int getLevel() {
        return level;
    }

    public void setLevel(int level) {
        this.level = level;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public int getAgeFrom() {
        return ageFrom;
    }

    public void setAgeFrom(int ageFrom) {
        this.ageFrom = ageFrom;
    }

    public int getAgeTo() {
        return ageTo;
    }

    public void setAgeTo(int ageTo) {
        this.ageTo = ageTo;
    }

    public @Nullable String getThemes() {
        return themes;
    }

    public void setThemes(@Nullable String themes) {
        this.themes = themes;
    }

    public @Nullable String getStatement() {
        return statement;
    }

    public void setStatement(@Nullable String statement) {
        this.statement = statement;
    }

    public @Nullable String getChildVoice() {
        return childVoice;
    }

    public void setChildVoice(@Nullable String childVoice) {
        this.childVoice = childVoice;
    }

    public @Nullable String getPrompt() {
        return prompt;
    }

    public void setPrompt(@Nullable String prompt) {
        this.prompt = prompt;
    }

    public @Nullable String getDutyNote() {
        return dutyNote;
    }

    public void setDutyNote(@Nullable String dutyNote) {
        this.dutyNote = dutyNote;
    }

    public @Nullable String getProcedure() {
        return procedure;
    }

    public void setProcedure(@Nullable String procedure) {
        this.procedure = procedure;
    }

    public boolean isImmediateAction() {
        return immediateAction;
    }

    public void setImmediateAction(boolean immediateAction) {
        this.immediateAction = immediateAction;
    }
}
