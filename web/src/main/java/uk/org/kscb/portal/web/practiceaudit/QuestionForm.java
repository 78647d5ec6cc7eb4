package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolDocument.BridgeLine;
import uk.org.kscb.portal.practiceaudit.ToolService;
import uk.org.kscb.portal.practiceaudit.ToolService.Continues;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionView;
import uk.org.kscb.portal.practiceaudit.Wording;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** One question of a version that is being worked on: new, or changed. Inputs are named as {@link Question}'s parts. */
@Named
@RequestScoped
public class QuestionForm {
    @EJB
    private ToolService service;

    @Inject
    private Notices notices;

    private @Nullable VersionView view;

    /** A choice on the page. */
    public record Choice(String value, String words, boolean chosen) {}

    /** @throws NotVisible when the version no longer changes */
    public VersionView getView() {
        if (view == null) {
            view = service.version(Sent.text("tool"));
            if (!view.mayEdit()) {
                throw new NotVisible("question to change");
            }
        }
        return view;
    }

    private Optional<Question> old() {
        return getView().questions().stream()
                .filter(q -> q.ref().equals(Sent.text("of")))
                .findFirst();
    }

    public boolean isFresh() {
        return old().isEmpty();
    }

    /** What was sent, else what there is. */
    public String value(String name) {
        String sent = Sent.orNull(name);
        return sent != null ? sent : old().map(q -> stored(q, name)).orElse(name.equals("weight") ? "1" : "");
    }

    private static String stored(Question q, String name) {
        Object value = switch (name) {
            case "ref" -> q.ref();
            case "section" -> q.section();
            case "sectionTitle" -> q.sectionTitle();
            case "text" -> q.text();
            case "guidance" -> q.guidance();
            case "evidence" -> q.evidence();
            case "kind" -> q.kind().name();
            case "answeredBy" -> q.answeredBy().name();
            case "criticalWhen" -> q.criticalWhen();
            case "criticalCaps" -> q.criticalCaps();
            case "weight" -> q.weight().stripTrailingZeros().toPlainString();
            case "scored" -> q.scored() ? "yes" : "no";
            case "choices" -> String.join("\n", q.choices());
            case "conditionRef" -> q.conditionRef();
            case "conditionValue" -> q.conditionValue();
            case "agencyVariant" -> q.agencyVariant();
            case "wordings" -> q.wordings().stream().map(Wording::line).collect(Collectors.joining("\n"));
            case "gradeSubject" -> q.gradeSubject();
            default -> null;
        };
        return value == null ? "" : value.toString();
    }

    public List<Choice> getKinds() {
        return Stream.of(AnswerKind.values())
                .map(k -> choice("kind", k.name(), k.words()))
                .toList();
    }

    public List<Choice> getWho() {
        return Stream.of(AnsweredBy.values())
                .map(a -> choice("answeredBy", a.name(), a.words()))
                .toList();
    }

    public List<Choice> subjects(String name) {
        return Stream.concat(
                        Stream.of(choice(name, "", "–")),
                        Stream.of(GradeSubject.values()).map(s -> choice(name, s.name(), s.words())))
                .toList();
    }

    public List<Choice> getFails() {
        return List.of(
                choice("criticalWhen", "", "Never"),
                choice("criticalWhen", "YES", "On yes"),
                choice("criticalWhen", "NO", "On no"));
    }

    public List<Choice> getScored() {
        return List.of(choice("scored", "yes", "Scored"), choice("scored", "no", "Not scored"));
    }

    private Choice choice(String name, String value, String words) {
        return new Choice(value, words, value(name).equals(value));
    }

    public void put() {
        String id = getView().id();
        if (Doors.passed(() -> service.put(id, question(), blankToNull("after"), continues()))) {
            notices.done("Question kept", Sent.text("ref") + " is part of the version.");
            Doors.goTo("/practice-audits/tools/" + id);
        }
    }

    private @Nullable Continues continues() {
        return Sent.orNull("continues") == null ? null : new Continues(text("continues"), blankToNull("why"));
    }

    /** Questions of the version before that this one may continue, with "none" first; empty of a first version. */
    public List<Choice> getEarlier() {
        List<Question> earlier = service.earlier(getView().id());
        String sent = Sent.orNull("continues");
        String now = sent != null ? sent : bridged().map(BridgeLine::from).orElse("");
        return earlier.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(new Choice("", "None: this question is new", now.isEmpty())),
                                earlier.stream()
                                        .map(q -> new Choice(
                                                q.ref(),
                                                q.ref() + ": " + q.text(),
                                                q.ref().equals(now))))
                        .toList();
    }

    public String getWhy() {
        String sent = Sent.orNull("why");
        return sent != null
                ? sent
                : bridged().map(l -> Objects.requireNonNullElse(l.note(), "")).orElse("");
    }

    private Optional<BridgeLine> bridged() {
        return getView().bridge().stream()
                .filter(l -> l.to().equals(Sent.text("of")))
                .findFirst();
    }

    private Question question() {
        return new Question(
                text("ref"),
                text("section"),
                text("sectionTitle"),
                text("text"),
                blankToNull("guidance"),
                blankToNull("evidence"),
                one(AnswerKind.values(), "kind", "Choose how it is answered."),
                one(AnsweredBy.values(), "answeredBy", "Choose who answers."),
                blankToNull("criticalWhen"),
                text("criticalCaps").isEmpty()
                        ? null
                        : one(GradeSubject.values(), "criticalCaps", "Choose what it caps."),
                weight(),
                text("scored").equals("yes"),
                text("choices")
                        .lines()
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .toList(),
                blankToNull("conditionRef"),
                blankToNull("conditionValue"),
                blankToNull("agencyVariant"),
                Wording.all(text("wordings")),
                text("gradeSubject").isEmpty()
                        ? null
                        : one(GradeSubject.values(), "gradeSubject", "Choose what it grades."));
    }

    private static BigDecimal weight() {
        try {
            return text("weight").isEmpty() ? BigDecimal.ONE : new BigDecimal(text("weight"));
        } catch (NumberFormatException e) {
            throw new Refusal("weight", "Write the weight as a number, such as 1 or 0.5.");
        }
    }

    private static <E extends Enum<E>> E one(E[] all, String name, String otherwise) {
        return Stream.of(all)
                .filter(e -> e.name().equals(text(name)))
                .findFirst()
                .orElseThrow(() -> new Refusal(name, otherwise));
    }

    private static String text(String name) {
        return Sent.text(name).strip();
    }

    private static @Nullable String blankToNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }
}
