package uk.org.kscb.portal.web.practiceaudit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.GradingScheme;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;
import uk.org.kscb.portal.practiceaudit.Score.ThresholdOutcome;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** A question on the page of a case: what may be chosen, what is chosen or was just sent. */
public final class QuestionLine {
    private final Answered stored;
    private final CaseView view;
    private final @Nullable Trouble trouble;

    /** What came of sending an answer. @param held what may identify somebody; @param conflict somebody was quicker */
    record Trouble(String ref, List<TextWatch.Finding> held, boolean conflict) {}

    /** A choice on the page. */
    public record Choice(String value, String words, boolean chosen) {}

    private QuestionLine(Answered stored, CaseView view, @Nullable Trouble trouble) {
        this.stored = stored;
        this.view = view;
        this.trouble = trouble;
    }

    static QuestionLine of(Answered stored, CaseView view, List<Trouble> troubles) {
        return new QuestionLine(
                stored,
                view,
                troubles.stream()
                        .filter(t -> t.ref().equals(stored.question().ref()))
                        .findFirst()
                        .orElse(null));
    }

    public Question getQuestion() {
        return stored.question();
    }

    public String getRef() {
        return stored.question().ref();
    }

    public String getNo() {
        return getRef().replaceFirst("^Q", "");
    }

    public Answered getStored() {
        return stored;
    }

    public boolean isText() {
        return stored.question().kind() == AnswerKind.TEXT;
    }

    public boolean isGrade() {
        return stored.question().kind() == AnswerKind.GRADE;
    }

    /** What the browser calls an input for the day, or the day and time; empty for other questions. */
    public String getDateType() {
        return switch (stored.question().kind()) {
            case DATE -> "date";
            case DATE_TIME -> "datetime-local";
            default -> "";
        };
    }

    public List<Choice> getChoices() {
        String chosen = getValue();
        return options().stream()
                .map(o -> new Choice(o.value(), o.words(), o.value().equals(chosen)))
                .toList();
    }

    private List<AnswerKind.Option> options() {
        return isGrade()
                ? GradingScheme.of(view.head().gradingScheme()).grades().stream()
                        .map(g -> new AnswerKind.Option(g.slug(), g.label()))
                        .toList()
                : stored.question().options();
    }

    /** What is in the fields: what was sent, else what is kept. */
    public String getValue() {
        if (sent()) {
            String day = Sent.text("d:" + getRef());
            return day.isBlank() ? Sent.text("v:" + getRef()) : day.length() > 16 ? day.substring(0, 16) : day;
        }
        return Objects.requireNonNullElse(stored.value(), "");
    }

    public String getDate() {
        String value = getValue();
        return value.matches("\\d{4}-.*") ? value : "";
    }

    public String getNote() {
        return sent()
                ? Sent.text("n:" + getRef()).replace("\r\n", "\n")
                : Objects.requireNonNullElse(stored.note(), "");
    }

    /** In a conflict the next save is based on what is shown now, so that the later answer stays knowingly. */
    public int getVersion() {
        return stored.version();
    }

    private boolean sent() {
        return Sent.form() && Sent.orNull("ver:" + getRef()) != null;
    }

    boolean isChanged() {
        return sent()
                && (!getValue().equals(Objects.requireNonNullElse(stored.value(), ""))
                        || !getNote().strip().equals(Objects.requireNonNullElse(stored.note(), "")));
    }

    SaveAnswer answer(CaseView at) {
        return new SaveAnswer(
                at.head().audit(),
                at.code(),
                at.part(),
                getRef(),
                getValue(),
                getNote(),
                version(),
                confirmed(Sent.all("c:" + getRef())));
    }

    private int version() {
        try {
            return Math.max(0, Integer.parseInt(Sent.text("ver:" + getRef())));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static Set<TextWatch.Kind> confirmed(String[] kinds) {
        Set<TextWatch.Kind> confirmed = EnumSet.noneOf(TextWatch.Kind.class);
        for (TextWatch.Kind kind : TextWatch.Kind.values()) {
            if (Arrays.asList(kinds).contains(kind.name())) {
                confirmed.add(kind);
            }
        }
        return confirmed;
    }

    public List<TextWatch.Finding> getHeld() {
        return trouble == null ? List.of() : trouble.held();
    }

    public List<TextWatch.Kind> getHeldKinds() {
        return getHeld().stream().map(TextWatch.Finding::kind).distinct().toList();
    }

    public boolean isConflict() {
        return trouble != null && trouble.conflict();
    }

    /** What another person answered, in words. */
    public String getTheirs() {
        return words(stored.value())
                + (stored.note() == null ? "" : (stored.value() == null ? "" : ": ") + "“" + stored.note() + "”");
    }

    /** A kept value in words. */
    public String words(@Nullable String value) {
        if (value == null) {
            return stored.note() == null ? "Not answered" : "";
        }
        return options().stream()
                .filter(o -> o.value().equals(value))
                .map(AnswerKind.Option::words)
                .findFirst()
                .orElse(value.replace('T', ' '));
    }

    /** Beside the judged level: what it says of the referral. */
    public @Nullable ThresholdOutcome getOutcome() {
        ThresholdOutcome outcome = view.score().threshold();
        return getRef().equals("Q15") && outcome != ThresholdOutcome.NOT_ANSWERED ? outcome : null;
    }

    /** Beside a grade: what the answers suggest, or why nothing is suggested. */
    public @Nullable String getSuggestion() {
        if (!isGrade() || stored.question().gradeSubject() == null) {
            return null;
        }
        GradeSubject subject = stored.question().gradeSubject();
        GradingScheme scheme = GradingScheme.of(view.head().gradingScheme());
        if (view.score().capped(subject)) {
            return "A critical fail holds this grade at “" + scheme.worst().label() + "”.";
        }
        if (view.score().insufficient() && !subject.standard()) {
            return "Insufficient evidence: more than a quarter of the scored questions do not apply, are not known or are"
                    + " not answered. Nothing is suggested.";
        }
        return view.score()
                .suggestedFor(subject, scheme)
                .map(g -> (subject.standard()
                                ? "The answers of this section suggest “"
                                : "The answers give " + view.score().percent().orElse(0)
                                        + "% of the points that apply, which suggests “")
                        + g.label() + "”. It is a prompt, not the grade; you may differ by one step, with reasons.")
                .orElse(null);
    }

    /** Beside a time: how long after the one before it. */
    public @Nullable String getElapsed() {
        return view.elapsed().stream()
                .filter(e -> e.ref().equals(getRef()))
                .findFirst()
                .map(e -> e.minutes() < 0
                        ? "Earlier than the time in " + e.sinceRef() + ": one of them is wrong."
                        : Words.capital(e.words()) + " after " + e.sinceRef() + ", "
                                + (e.workingDays() == 0
                                        ? "on the same day."
                                        : Words.count(e.workingDays(), "working day") + " later."))
                .orElse(null);
    }

    public String getNoteLabel() {
        return isGrade() ? "Why?" : isText() ? "Your answer" : "Note or evidence";
    }

    /** Asked only when another question has a certain answer. */
    public @Nullable String getOnlyIf() {
        return new PracticeAuditWords().onlyIf(view, stored.question());
    }
}
