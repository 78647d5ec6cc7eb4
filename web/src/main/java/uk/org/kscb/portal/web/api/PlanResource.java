package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
        return Unchanged.or(request, actions.documentJson().toString().getBytes(StandardCharsets.UTF_8));
    }
}
