package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.AnswerService;
import uk.org.kscb.portal.practiceaudit.AnswerService.AnswerConflict;
import uk.org.kscb.portal.practiceaudit.CaseView;
import uk.org.kscb.portal.practiceaudit.ReturnService;
import uk.org.kscb.portal.practiceaudit.ReturnView;
import uk.org.kscb.portal.practiceaudit.SaveAnswer;
import uk.org.kscb.portal.practiceaudit.SaveAnswer.Saved;

/** The own agency's return to an audit. Each answer has a version, which comes as its entity tag. */
@Path("/practice-audits/{code}/return")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReturnResource {

    @Context
    private Request request;

    @Inject
    private ReturnService returns;

    @Inject
    private AnswerService answers;

    /** One case of the return. */
    public record CaseLine(
            String code,
            String part,
            @Nullable Boolean known,
            int answered,
            int asked,
            @Nullable String concern,
            boolean complete) {}

    /** The return and how far it is. */
    public record Return(
            String audit,
            String agency,
            String state,
            @Nullable LocalDate due,
            boolean open,
            List<CaseLine> cases) {
        static Return of(ReturnView view) {
            return new Return(
                    view.head().audit(),
                    view.head().agency(),
                    Slug.of(view.state()),
                    view.head().due(),
                    view.canAnswer(),
                    view.cases().stream()
                            .map(c -> new CaseLine(
                                    c.code(),
                                    Slug.of(c.part()),
                                    c.known(),
                                    c.answered(),
                                    c.asked(),
                                    c.concern() == null ? null : c.concern().toLowerCase(java.util.Locale.ROOT),
                                    c.done()))
                            .toList());
        }
    }

    /** A question and its answer. @param version to send back as If-Match */
    public record Answer(
            String question,
            String section,
            String text,
            String kind,
            boolean wanted,
            @Nullable String value,
            @Nullable String note,
            int version,
            @Nullable Instant answeredAt) {}

    public record Case(
            String code, String part, boolean mayAnswer, boolean declared, boolean complete, List<Answer> answers) {
        static Case of(CaseView view) {
            return new Case(
                    view.code(),
                    Slug.of(view.part()),
                    view.mayAnswer(),
                    view.declared(),
                    view.completedAt() != null,
                    view.sections().stream()
                            .flatMap(s -> s.questions().stream()
                                    .map(q -> new Answer(
                                            q.question().ref(),
                                            s.letter(),
                                            q.question().text(),
                                            Slug.of(q.question().kind()),
                                            q.wanted(),
                                            q.value(),
                                            q.note(),
                                            q.version(),
                                            q.at())))
                            .toList());
        }
    }

    /** What is kept now. @param held sentences about what may identify somebody; such a note is not kept */
    public record Kept(int version, Instant savedAt, List<String> held) {}

    @GET
    public Response read(@PathParam("code") String code) {
        Return json = Return.of(returns.own(code));
        return Unchanged.or(request, json, json);
    }

    @GET
    @Path("/{case}")
    public Response read(
            @PathParam("code") String code,
            @PathParam("case") String caseCode,
            @QueryParam("part") @Nullable String part) {
        Case json = Case.of(returns.ownCase(code, caseCode, part(part)));
        return Unchanged.or(request, json, json);
    }

    @PUT
    @Path("/{case}/answers/{question}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("code") String code,
            @PathParam("case") String caseCode,
            @PathParam("question") String question,
            @QueryParam("part") @Nullable String part,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            InputStream body) {
        CaseView at = returns.ownCase(code, caseCode, part(part));
        JsonBody json = JsonBody.read(body).only(Set.of("value", "note", "confirmed"));
        String value = json.text("value");
        String note = json.text("note");
        Set<TextWatch.Kind> confirmed = json.yes("confirmed") ? Set.of(TextWatch.Kind.values()) : Set.of();
        long version = Versions.read(ifMatch, json);
        json.refuseErrors();
        try {
            Saved saved = answers.save(
                    new SaveAnswer(code, caseCode, at.part(), question, value, note, (int) version, confirmed));
            return Response.ok(new Kept(
                            saved.version(),
                            saved.at(),
                            saved.held().stream()
                                    .map(TextWatch.Finding::sentence)
                                    .toList()))
                    .tag(new EntityTag(String.valueOf(saved.version())))
                    .build();
        } catch (AnswerConflict conflict) {
            throw Versions.meanwhile("answer-conflict", String.valueOf(conflict.getMessage()));
        }
    }

    /** Whether reading the record gave cause for concern, and what was done: taken at any time. */
    @POST
    @Path("/{case}/concern")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response concern(
            @PathParam("code") String code,
            @PathParam("case") String caseCode,
            @QueryParam("part") @Nullable String part,
            InputStream body) {
        CaseView at = returns.ownCase(code, caseCode, part(part));
        JsonBody json = JsonBody.read(body).only(Set.of("found", "actedAt", "told", "confirmed"));
        boolean found = json.yes("found");
        if (!json.json().containsKey("found")) {
            json.wrong("found", "Say true or false.");
        }
        String told = json.text("told");
        Set<String> cleared = json.yes("confirmed") ? TextWatch.texts(told) : Set.of();
        LocalDateTime actedAt = time(json);
        json.refuseErrors();
        if (found) {
            answers.concern(code, caseCode, at.part(), actedAt, told == null ? "" : told, cleared);
        } else {
            answers.noConcern(code, caseCode, at.part());
        }
        return Response.noContent().build();
    }

    private static @Nullable LocalDateTime time(JsonBody json) {
        String sent = json.text("actedAt");
        try {
            return sent == null ? null : LocalDateTime.parse(sent);
        } catch (DateTimeParseException e) {
            json.wrong("actedAt", "Expected London time, as 2011-06-14T15:30.");
            return null;
        }
    }

    private static @Nullable AgencyPart part(@Nullable String slug) {
        return slug == null
                ? null
                : Slug.read(AgencyPart.values(), slug).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
