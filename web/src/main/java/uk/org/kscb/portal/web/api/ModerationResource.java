package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.privacy.TextWatch;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.ModerationService;
import uk.org.kscb.portal.practiceaudit.ModerationService.DecidedMeanwhile;
import uk.org.kscb.portal.practiceaudit.ModerationView;

/** The panel: cases side by side, and the grades that it adds. A decision's id comes as its entity tag. */
@Path("/practice-audits/{code}/moderation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ModerationResource {
    private static final Set<String> MEMBERS =
            Set.of("agency", "part", "subject", "grade", "reason", "dissent", "liftedCapReason", "panel", "confirmed");

    @Context
    private Request request;

    @Inject
    private ModerationService moderation;

    public record CaseLine(String code, int agencies, int grades, int decided, int changed, boolean differs) {}

    /** @param decision id of the newest decision, 0 for none: to send back as If-Match */
    public record Grade(
            String agency,
            String part,
            String subject,
            @Nullable String self,
            @Nullable String suggested,
            boolean capped,
            @Nullable String moderated,
            @Nullable String reason,
            long decision) {}

    public record Answer(
            String agency,
            String part,
            String question,
            @Nullable String value,
            @Nullable String note) {}

    public record Case(String code, List<Grade> grades, List<Answer> answers) {
        static Case of(ModerationView view) {
            return new Case(
                    view.code(),
                    view.columns().stream()
                            .flatMap(c -> c.grades().stream().map(g -> grade(c, g)))
                            .toList(),
                    view.columns().stream()
                            .flatMap(c -> view.rows().stream()
                                    .filter(r -> r.answers().containsKey(c.key()))
                                    .map(r -> {
                                        var answer = Objects.requireNonNull(
                                                r.answers().get(c.key()));
                                        return new Answer(
                                                c.agency(),
                                                Slug.of(c.part()),
                                                r.question().ref(),
                                                answer.value(),
                                                answer.note());
                                    }))
                            .toList());
        }

        private static Grade grade(ModerationView.Column column, ModerationView.Grade grade) {
            ModerationView.Decision newest = grade.newest();
            return new Grade(
                    column.agency(),
                    Slug.of(column.part()),
                    Slug.of(grade.subject()),
                    grade.self(),
                    grade.suggested(),
                    grade.capped(),
                    newest == null ? null : newest.grade(),
                    newest == null ? null : newest.reason(),
                    newest == null ? 0 : newest.id());
        }
    }

    @GET
    public Response list(@PathParam("code") String code) {
        List<CaseLine> lines = moderation.table(code).cases().stream()
                .map(c -> new CaseLine(c.code(), c.agencies(), c.grades(), c.decided(), c.changed(), c.differs()))
                .toList();
        return Unchanged.or(request, new GenericEntity<>(lines) {}, lines);
    }

    @GET
    @Path("/{case}")
    public Response read(@PathParam("code") String code, @PathParam("case") String caseCode) {
        Case json = Case.of(moderation.sideBySide(code, caseCode));
        return Unchanged.or(request, json, json);
    }

    @POST
    @Path("/{case}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(
            @PathParam("code") String code,
            @PathParam("case") String caseCode,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            InputStream body) {
        moderation.sideBySide(code, caseCode);
        JsonBody json = JsonBody.read(body).only(MEMBERS);
        DecideGrade decide = new DecideGrade(
                code,
                caseCode,
                Objects.requireNonNullElse(json.text("agency"), ""),
                json.slug("part", AgencyPart.values()).orElse(AgencyPart.INVOLVED),
                json.slug("subject", GradeSubject.values()).orElse(GradeSubject.OVERALL),
                Objects.requireNonNullElse(json.text("grade"), ""),
                Objects.requireNonNullElse(json.text("reason"), ""),
                json.text("dissent"),
                json.text("liftedCapReason"),
                panel(json),
                Versions.read(ifMatch, json),
                json.yes("confirmed")
                        ? TextWatch.texts(json.text("reason"), json.text("dissent"), json.text("liftedCapReason"))
                        : Set.of());
        json.refuseErrors();
        try {
            long id = moderation.decide(decide);
            return Response.status(Response.Status.CREATED)
                    .tag(new EntityTag(String.valueOf(id)))
                    .build();
        } catch (DecidedMeanwhile meanwhile) {
            throw Versions.meanwhile("decided-meanwhile", String.valueOf(meanwhile.getMessage()));
        }
    }

    private static Set<String> panel(JsonBody json) {
        JsonValue panel = json.json().getOrDefault("panel", JsonValue.NULL);
        if (!(panel instanceof JsonArray people)) {
            json.wrong("panel", "Expected a list of user names.");
            return Set.of();
        }
        return people.stream()
                .filter(JsonString.class::isInstance)
                .map(p -> ((JsonString) p).getString())
                .collect(Collectors.toSet());
    }
}
