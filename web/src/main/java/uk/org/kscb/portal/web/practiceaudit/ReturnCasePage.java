package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.AnswerService.AnswerConflict;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.CaseView.Section;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.SaveAnswer.Saved;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One case of our return: a form a section. Works without script; with it each answer is sent by itself as well. */
@Named
@RequestScoped
public class ReturnCasePage {
    @EJB
    private ReturnService returns;

    @EJB
    private AnswerService answers;

    @Inject
    private Notices notices;

    private @Nullable CaseView view;
    private @Nullable List<QuestionLine> lines;
    private final List<QuestionLine.Trouble> troubles = new ArrayList<>();

    public CaseView getView() {
        if (view == null) {
            view = returns.ownCase(Sent.text("code"), Sent.text("case"), Asked.part(Sent.orNull("part")));
        }
        return view;
    }

    /** The section shown: the one asked for, or the first. */
    public Section getSection() {
        List<Section> all = getView().sections();
        return all.stream()
                .filter(s -> s.letter().equals(Sent.text("section")))
                .findFirst()
                .orElse(all.isEmpty() ? new Section("", "Nothing to answer", List.of()) : all.getFirst());
    }

    public @Nullable Section getNext() {
        return beside(1);
    }

    public @Nullable Section getBefore() {
        return beside(-1);
    }

    private @Nullable Section beside(int step) {
        List<Section> all = getView().sections();
        int at = all.indexOf(getSection()) + step;
        return at < 0 || at >= all.size() ? null : all.get(at);
    }

    public List<QuestionLine> getQuestions() {
        if (lines == null) {
            lines = getSection().questions().stream()
                    .map(q -> QuestionLine.of(q, getView(), troubles))
                    .toList();
        }
        return lines;
    }

    public String getPart() {
        return Words.slug(getView().part());
    }

    public String getBase() {
        return "/practice-audits/" + getView().head().audit() + "/return/"
                + getView().code();
    }

    /** Under which name the browser keeps what is typed: another person on the same machine must not find it. */
    public String getKeepKey() {
        Viewer viewer = CurrentViewer.require();
        return "answers:" + viewer.userName() + ":" + viewer.agencyCode() + ":"
                + getView().code() + ":" + getPart();
    }

    public boolean isShowsConcern() {
        return "YES".equals(Sent.orNull("found"));
    }

    public String getFound() {
        String sent = Sent.text("found");
        return sent.isEmpty() ? Objects.requireNonNullElse(getView().concern().found(), "") : sent;
    }

    public String getTold() {
        String sent = Sent.text("told");
        return sent.isEmpty() ? Objects.requireNonNullElse(getView().concern().told(), "") : sent;
    }

    public String getActedAt() {
        return Sent.text("actedAt");
    }

    public void declare() {
        if (Doors.passed(() -> answers.declare(
                getView().head().audit(), getView().code(), getView().part()))) {
            stay(getSection().letter(), "");
        }
    }

    public void known(boolean known) {
        if (Doors.passed(() -> answers.known(
                getView().head().audit(), getView().code(), getView().part(), known))) {
            notices.done(
                    known ? "Known to us" : "Not known to us",
                    known ? "Answer the questions from the record." : "Nothing needs answering. Complete the case.");
            stay(getSection().letter(), "");
        }
    }

    /** Saves the section and goes on to the next one. */
    public void save() {
        if (saved()) {
            Section next = getNext();
            stay(next == null ? getSection().letter() : next.letter(), "#questions");
        }
    }

    public void complete() {
        if (saved()
                && Doors.passed(() -> answers.complete(
                        getView().head().audit(), getView().code(), getView().part()))) {
            notices.done("Case complete", "The coordinator signs off the return when all of its cases are complete.");
            Doors.goTo("/practice-audits/" + getView().head().audit() + "/return");
        }
    }

    public void takeUp() {
        if (Doors.passed(() -> answers.takeUp(
                getView().head().audit(), getView().code(), getView().part()))) {
            notices.done("Taken up again", "Complete it again when you have changed what was wrong.");
            stay(getSection().letter(), "");
        }
    }

    public void recordConcern() {
        CaseView at = getView();
        boolean done = switch (Sent.text("found")) {
            case "YES" ->
                Doors.passed(() -> answers.concern(
                        at.head().audit(),
                        at.code(),
                        at.part(),
                        time(Sent.text("actedAt")),
                        Sent.text("told"),
                        Sent.ticked("cleared")));
            case "NO" -> Doors.passed(() -> answers.noConcern(at.head().audit(), at.code(), at.part()));
            default -> {
                Doors.say("cf", "Choose yes or no: did reading this record show a child who may be at risk now?");
                yield false;
            }
        };
        boolean kept = !at.mayAnswer() || !at.declared() || saved();
        if (done && kept) {
            notices.done(
                    "Recorded",
                    Sent.text("found").equals("YES")
                            ? "The audit’s lead sees when you acted and whom you told, and nothing else."
                            : "No concern found in this record.");
            stay(getSection().letter(), "");
        }
    }

    private static @Nullable LocalDateTime time(String sent) {
        try {
            return sent.isBlank() ? null : LocalDateTime.parse(sent.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Sends what changed in this section, answer by answer: what cannot be taken stays in its field, with the reason. */
    private boolean saved() {
        boolean all = true;
        for (QuestionLine line : getQuestions()) {
            if (line.isChanged()) {
                all &= save(line);
            }
        }
        view = null;
        lines = null;
        return all;
    }

    private boolean save(QuestionLine line) {
        List<Saved> saved = new ArrayList<>();
        List<AnswerConflict> conflicts = new ArrayList<>();
        boolean passed = Doors.passed(() -> {
            try {
                saved.add(answers.save(line.answer(getView())));
            } catch (AnswerConflict conflict) {
                conflicts.add(conflict);
            }
        });
        conflicts.forEach(c -> {
            Doors.say(line.getRef(), String.valueOf(c.getMessage()));
            troubles.add(new QuestionLine.Trouble(line.getRef(), List.of(), true));
        });
        saved.stream().filter(s -> !s.held().isEmpty()).forEach(s -> {
            s.held().forEach(f -> Doors.say(line.getRef(), f.sentence()));
            troubles.add(new QuestionLine.Trouble(line.getRef(), s.held(), false));
        });
        return passed
                && conflicts.isEmpty()
                && saved.stream().allMatch(s -> s.held().isEmpty());
    }

    private void stay(String section, String place) {
        Doors.goTo(getBase() + "?part=" + getPart() + "&section=" + Words.url(section) + place);
    }
}
