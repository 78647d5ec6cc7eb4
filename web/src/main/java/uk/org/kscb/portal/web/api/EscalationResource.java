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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.EscalationOutcome;
import uk.org.kscb.portal.referral.EscalationService;
import uk.org.kscb.portal.referral.EscalationService.BeginEscalation;
import uk.org.kscb.portal.referral.EscalationTheme;

/** Disagreements between agencies: stage, theme, days. There is no member for words about a child. */
@Path("/escalations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {

    @Inject
    private EscalationService escalations;

    @Context
    private UriInfo uri;

    @GET
    public List<EscalationJson.Escalation> list() {
        return escalations.list().stream().map(EscalationJson.Escalation::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("other", "theme", "on"));
        BeginEscalation asked = asked(json);
        json.refuseErrors();
        String reference = escalations.begin(asked);
        return Response.created(uri.getBaseUriBuilder().path("escalations").build())
                .entity(list().stream()
                        .filter(e -> e.reference().equals(reference))
                        .findFirst()
                        .orElseThrow())
                .build();
    }

    /** Missing values go through: Bean Validation at the door names each of them. */
    @SuppressWarnings("NullAway")
    private static BeginEscalation asked(JsonBody json) {
        String other = json.text("other");
        return new BeginEscalation(
                other == null ? "" : other,
                json.slug("theme", EscalationTheme.values()).orElse(null),
                json.json().containsKey("on") ? day(json) : null);
    }

    @GET
    @Path("/themes")
    public List<EscalationJson.Theme> themes() {
        return escalations.themes().lines().stream()
                .map(EscalationJson.Theme::of)
                .toList();
    }

    @POST
    @Path("/{escalation}/stage")
    @Consumes(MediaType.APPLICATION_JSON)
    public void climb(@PathParam("escalation") String reference, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("stage", "on"));
        LocalDate on = day(json);
        json.refuseErrors();
        escalations.climb(reference, json.json().getInt("stage", 0), on == null ? LocalDate.EPOCH : on);
    }

    @POST
    @Path("/{escalation}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    public void end(@PathParam("escalation") String reference, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("outcome", "on"));
        LocalDate on = day(json);
        Optional<EscalationOutcome> outcome = json.slug("outcome", EscalationOutcome.values());
        if (outcome.isEmpty()) {
            json.wrong("outcome", "This is needed.");
        }
        json.refuseErrors();
        escalations.end(reference, outcome.orElseThrow(), on == null ? LocalDate.EPOCH : on);
    }

    private static @Nullable LocalDate day(JsonBody json) {
        String text = json.text("on");
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException notADay) {
            json.wrong("on", "Expected a day such as 2011-06-16.");
            return null;
        }
    }
}
