package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.vignette.ExerciseView;
import uk.org.kscb.portal.vignette.VignetteResults;
import uk.org.kscb.portal.vignette.VignetteService;
import uk.org.kscb.portal.vignette.VignetteService.AddCase;
import uk.org.kscb.portal.vignette.VignetteService.GiveAnswer;
import uk.org.kscb.portal.vignette.VignetteService.SetExercise;

/** Vignette exercises: one's own answers go in, figures without names come out. */
@Path("/vignette-exercises")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VignetteResource {

    @Inject
    private VignetteService vignettes;

    @Inject
    private VignetteResults results;

    @Context
    private UriInfo uri;

    @GET
    public List<VignetteJson.Exercise> list() {
        return vignettes.list().stream().map(VignetteJson.Exercise::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("title", "opens", "closes", "startingCases"));
        SetExercise asked = asked(json);
        boolean starting = json.yes("startingCases");
        json.refuseErrors();
        return created(vignettes.set(asked, starting));
    }

    /** The same cases again, after a rewording. */
    @POST
    @Path("/{exercise}/repeat")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response repeat(@PathParam("exercise") String id, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("opens", "closes"));
        LocalDate opens = needed(json, "opens");
        LocalDate closes = needed(json, "closes");
        json.refuseErrors();
        return created(vignettes.repeat(id, opens, closes));
    }

    /** What is missing is refused before it is used. */
    private static LocalDate needed(JsonBody json, String member) {
        LocalDate day = day(json, member);
        if (day == null && json.text(member) == null) {
            json.wrong(member, "Give the day, such as 2011-06-16.");
        }
        return day == null ? LocalDate.MIN : day;
    }

    private Response created(ExerciseView made) {
        return Response.created(uri.getBaseUriBuilder()
                        .path("vignette-exercises")
                        .path("{id}")
                        .build(made.id()))
                .entity(VignetteJson.Exercise.of(made))
                .build();
    }

    /** Missing values go through: Bean Validation at the door names each of them. */
    @SuppressWarnings("NullAway")
    private static SetExercise asked(JsonBody json) {
        String title = json.text("title");
        return new SetExercise(title == null ? "" : title, day(json, "opens"), day(json, "closes"));
    }

    @GET
    @Path("/{exercise}")
    public VignetteJson.Exercise read(@PathParam("exercise") String id) {
        return VignetteJson.Exercise.of(vignettes.exercise(id));
    }

    @POST
    @Path("/{exercise}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    public VignetteJson.Exercise addCase(@PathParam("exercise") String id, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("words", "indicators"));
        String words = json.text("words");
        String indicators = json.text("indicators");
        json.refuseErrors();
        vignettes.addCase(id, new AddCase(words == null ? "" : words, indicators == null ? "" : indicators));
        return read(id);
    }

    @POST
    @Path("/{exercise}/answers/{case}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void answer(@PathParam("exercise") String id, @PathParam("case") String code, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("level", "why"));
        String why = json.text("why");
        json.refuseErrors();
        vignettes.answer(id, List.of(new GiveAnswer(code, json.json().getInt("level", 0), why == null ? "" : why)));
    }

    @POST
    @Path("/{exercise}/close")
    public void close(@PathParam("exercise") String id) {
        vignettes.close(id);
    }

    @POST
    @Path("/{exercise}/panel/{case}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void panel(@PathParam("exercise") String id, @PathParam("case") String code, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("level"));
        json.refuseErrors();
        vignettes.panelSays(id, code, json.json().getInt("level", 0));
    }

    @GET
    @Path("/{exercise}/results")
    public VignetteJson.Results results(@PathParam("exercise") String id) {
        return VignetteJson.Results.of(results.results(id));
    }

    private static @Nullable LocalDate day(JsonBody json, String member) {
        String text = json.text(member);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            json.wrong(member, "Expected a day such as 2011-06-16.");
            return null;
        }
    }
}
