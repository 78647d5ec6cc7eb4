package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionService;

/** The plan's actions, as one agency may see them. */
@Path("/actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {

    @Inject
    private ActionService actions;

    @Context
    private UriInfo uri;

    @GET
    public Response list() {
        ActionFilter filter = Address.filter(uri.getQueryParameters());
        ActionList list = actions.list(filter);
        List<ActionJson.Line> lines =
                list.rows().stream().map(ActionJson.Line::of).toList();
        Response.ResponseBuilder response =
                Response.ok(new GenericEntity<>(lines) {}).header("X-Total-Count", list.total());
        Paging.link(uri, list.filter().page(), list.pages()).ifPresent(link -> response.header("Link", link));
        return response.build();
    }

    @GET
    @Path("/{ref}")
    public ActionJson.Full read(@PathParam("ref") String ref) {
        return ActionJson.Full.of(actions.action(ref, Address.asAt(uri.getQueryParameters())));
    }
}
