package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.AnswerService.AnswerConflict;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;
import uk.org.kscb.portal.practiceaudit.SaveAnswer.Saved;

/**
 * Takes one answer at a time from the page of a case, and tells it what is kept. Reached through its address in Routes
 * only; where it came from is checked as for every form.
 */
@WebServlet("/practiceaudit/answers")
public class AnswersServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    @EJB
    private transient ReturnService returns;

    @EJB
    private transient AnswerService answers;

    /** All answers to the case, by ref. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CaseView view =
                returns.ownCase(text(request, "code"), text(request, "case"), Asked.part(request.getParameter("part")));
        JsonObjectBuilder json = Json.createObjectBuilder();
        view.sections().stream()
                .flatMap(s -> s.questions().stream())
                .filter(q -> q.version() > 0)
                .forEach(q -> json.add(q.question().ref(), answer(q, view)));
        write(response, HttpServletResponse.SC_OK, json);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AgencyPart part = Asked.part(request.getParameter("part"));
        if (part == null || request.getParameter("ref") == null) {
            returns.ownCase(text(request, "code"), text(request, "case"), part);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        SaveAnswer save = new SaveAnswer(
                text(request, "code"),
                text(request, "case"),
                part,
                text(request, "ref"),
                request.getParameter("value"),
                request.getParameter("note"),
                version(request.getParameter("version")),
                QuestionLine.confirmed(
                        Objects.requireNonNullElse(request.getParameterValues("confirmed"), new String[0])));
        try {
            Saved saved = answers.save(save);
            JsonArrayBuilder held = Json.createArrayBuilder();
            saved.held()
                    .forEach(f -> held.add(Json.createObjectBuilder()
                            .add("kind", f.kind().name())
                            .add("words", f.kind().words())
                            .add("text", f.text())
                            .add("sentence", f.sentence())));
            write(
                    response,
                    HttpServletResponse.SC_OK,
                    Json.createObjectBuilder()
                            .add("version", saved.version())
                            .add("at", time(saved.at()))
                            .add("held", held));
        } catch (AnswerConflict conflict) {
            CaseView view = returns.ownCase(save.audit(), save.caseCode(), part);
            Answered theirs = view.answer(save.ref()).orElseThrow(() -> new NotVisible("question"));
            write(response, CONFLICT, answer(theirs, view));
        } catch (Refusal refused) {
            refuse(response, String.valueOf(refused.getMessage()));
        } catch (ConstraintViolationException invalid) {
            refuse(response, first(invalid));
        } catch (EJBException wrapped) {
            if (wrapped.getCause() instanceof ConstraintViolationException invalid) {
                refuse(response, first(invalid));
            } else {
                throw wrapped;
            }
        }
    }

    private static String first(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(v -> v.getMessage())
                .sorted()
                .findFirst()
                .orElse("This is no answer to the question.");
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        write(response, REFUSED, Json.createObjectBuilder().add("message", why));
    }

    private static JsonObjectBuilder answer(Answered answer, CaseView view) {
        QuestionLine line = QuestionLine.of(answer, view, java.util.List.of());
        JsonObjectBuilder json = Json.createObjectBuilder().add("version", answer.version());
        add(json, "value", answer.value());
        add(json, "note", answer.note());
        add(json, "words", answer.value() == null ? null : line.words(answer.value()));
        add(json, "by", answer.by());
        add(json, "at", answer.at() == null ? null : time(answer.at()));
        return json;
    }

    private static void add(JsonObjectBuilder json, String member, @Nullable String value) {
        if (value != null) {
            json.add(member, value);
        }
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(PortalClock.LONDON));
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static int version(@Nullable String sent) {
        return sent != null && sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : 0;
    }

    private static void write(HttpServletResponse response, int status, JsonObjectBuilder json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
