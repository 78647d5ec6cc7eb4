package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import uk.org.kscb.portal.plan.AssignContribution;
import uk.org.kscb.portal.plan.ContributionService;

/** What one agency owes to an action: reporting on it, and for the KSCB manager who owes at all. */
@Path("/actions/{ref}/contributions/{agency}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContributionResource {

    @Inject
    private ContributionService contributions;

    @Context
    private UriInfo uri;

    @POST
    @Path("/updates")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response report(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        ActionJson.Update added =
                ActionJson.Update.of(contributions.report(NewUpdate.read(JsonBody.read(body), ref, code(agency))));
        return Response.created(action(ref)).entity(added).build();
    }

    @PUT
    @Path("/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    public void assign(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("post", "person"));
        AssignContribution command = new AssignContribution(ref, code(agency), json.text("post"), json.text("person"));
        json.refuseErrors();
        contributions.assign(command);
    }

    @POST
    @Path("/accept")
    public void accept(@PathParam("ref") String ref, @PathParam("agency") String agency) {
        contributions.accept(ref, code(agency));
    }

    @POST
    @Path("/query")
    @Consumes(MediaType.APPLICATION_JSON)
    public void query(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("reason"));
        String reason = json.text("reason");
        json.refuseErrors();
        contributions.query(ref, code(agency), reason == null ? "" : reason);
    }

    @POST
    public Response add(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        JsonBody json = JsonBody.readOptional(body).only(Set.of("owes"));
        String owes = json.text("owes");
        json.refuseErrors();
        contributions.add(ref, code(agency), owes);
        return Response.created(action(ref)).build();
    }

    @DELETE
    public void remove(@PathParam("ref") String ref, @PathParam("agency") String agency) {
        contributions.remove(ref, code(agency));
    }

    private static String code(String agency) {
        return agency.toUpperCase(Locale.ROOT);
    }

    private URI action(String ref) {
        return uri.getBaseUriBuilder().path("actions").path("{ref}").build(ref);
    }
}
