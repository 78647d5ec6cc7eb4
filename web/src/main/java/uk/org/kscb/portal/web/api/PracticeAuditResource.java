package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AuditMove;
import uk.org.kscb.portal.practiceaudit.DrawSample;
import uk.org.kscb.portal.practiceaudit.MoveAudit;
import uk.org.kscb.portal.practiceaudit.PracticeAuditService;
import uk.org.kscb.portal.practiceaudit.ProgrammeService;
import uk.org.kscb.portal.practiceaudit.ProgrammeView;
import uk.org.kscb.portal.practiceaudit.SampleService;

/** Practice audits: the programme, how each audit stands, its sample. An unchanged answer is 304 to its ETag. */
@Path("/practice-audits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PracticeAuditResource {

    @Inject
    private PracticeAuditService audits;

    @Inject
    private SampleService samples;

    @Inject
    private ProgrammeService programmes;

    @Context
    private Request request;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        List<PracticeAuditJson.Line> lines =
                audits.list().stream().map(PracticeAuditJson.Line::of).toList();
        return Unchanged.or(request, new GenericEntity<>(lines) {}, lines);
    }

    @GET
    @Path("/programme/{year}")
    public Response programme(@PathParam("year") String year) {
        ProgrammeView view = programmes.programme(year.matches("\\d{4}") ? Integer.parseInt(year) : 0);
        if (!view.started()) {
            throw new NotVisible("programme");
        }
        PracticeAuditJson.Programme json = PracticeAuditJson.Programme.of(view);
        return Unchanged.or(request, json, json);
    }

    @GET
    @Path("/{code}")
    public Response read(@PathParam("code") String code) {
        PracticeAuditJson.Full json = PracticeAuditJson.Full.of(audits.audit(code));
        return Unchanged.or(request, json, json);
    }

    @POST
    @Path("/{code}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    public PracticeAuditJson.Full move(@PathParam("code") String code, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("move", "note", "panel"));
        AuditMove move = json.slug("move", AuditMove.values()).orElse(null);
        String note = json.text("note");
        Set<String> panel = texts(json, "panel");
        if (move == null) {
            json.wrong("move", "Say which move to make.");
        }
        json.refuseErrors();
        audits.move(new MoveAudit(code, Objects.requireNonNull(move), Objects.requireNonNullElse(note, ""), panel));
        return PracticeAuditJson.Full.of(audits.audit(code));
    }

    @POST
    @Path("/{code}/chases")
    @Consumes(MediaType.APPLICATION_JSON)
    public PracticeAuditJson.Full chase(@PathParam("code") String code, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("agency"));
        String agency = json.text("agency");
        if (agency == null) {
            json.wrong("agency", "Name the agency by its code.");
        }
        json.refuseErrors();
        audits.chase(code, Objects.requireNonNull(agency));
        return PracticeAuditJson.Full.of(audits.audit(code));
    }

    @GET
    @Path("/{code}/sample")
    public Response sample(@PathParam("code") String code) {
        PracticeAuditJson.Sample json = PracticeAuditJson.Sample.of(samples.sample(code));
        return Unchanged.or(request, json, json);
    }

    @POST
    @Path("/{code}/sample")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response draw(@PathParam("code") String code, InputStream body) {
        JsonBody json =
                JsonBody.read(body).only(Set.of("pilot", "inclusion", "exclusion", "seed", "sizes", "reservePercent"));
        String pilot = json.text("pilot");
        String inclusion = json.text("inclusion");
        String exclusion = json.text("exclusion");
        String seed = json.text("seed");
        Map<String, Integer> sizes = sizes(json);
        int reserves = json.json().get("reservePercent") instanceof JsonNumber number ? number.intValue() : 20;
        json.refuseErrors();
        samples.draw(new DrawSample(
                code,
                Objects.requireNonNullElse(pilot, ""),
                Objects.requireNonNullElse(inclusion, ""),
                Objects.requireNonNullElse(exclusion, ""),
                Objects.requireNonNullElse(seed, ""),
                sizes,
                reserves));
        return Response.created(uri.getAbsolutePath())
                .entity(PracticeAuditJson.Sample.of(samples.sample(code)))
                .build();
    }

    private static Map<String, Integer> sizes(JsonBody json) {
        Map<String, Integer> sizes = new HashMap<>();
        if (json.json().get("sizes") instanceof JsonObject given) {
            given.forEach((stratum, size) -> {
                if (size instanceof JsonNumber number && number.isIntegral()) {
                    sizes.put(stratum, number.intValue());
                } else {
                    json.wrong("sizes", "Expected a whole number for each stratum.");
                }
            });
        } else {
            json.wrong("sizes", "Expected an object: how many to draw, by stratum.");
        }
        return sizes;
    }

    private static Set<String> texts(JsonBody json, String member) {
        Set<String> texts = new HashSet<>();
        JsonValue value = json.json().getOrDefault(member, JsonValue.EMPTY_JSON_ARRAY);
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(v -> {
                if (v instanceof JsonString text) {
                    texts.add(text.getString());
                } else {
                    json.wrong(member, "Expected agencies' codes.");
                }
            });
        } else {
            json.wrong(member, "Expected a list of agencies' codes.");
        }
        return texts;
    }
}
