package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import uk.org.kscb.portal.plan.ActionService;

/** The whole plan as one document. */
@Path("/plan")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

    @Inject
    private ActionService actions;

    @Context
    private Request request;

    @GET
    public Response plan() {
        byte[] json = actions.documentJson().toString().getBytes(StandardCharsets.UTF_8);
        EntityTag tag = Tags.of(json);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged == null ? Response.ok(json) : unchanged;
        // kept by the asking program only, and asked again each time
        return response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
