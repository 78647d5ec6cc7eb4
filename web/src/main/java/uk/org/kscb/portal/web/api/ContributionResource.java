package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.org.kscb.portal.plan.ContributionService;

/** What one agency owes to an action: reporting on it, and for the KSCB manager who owes at all. */
@Path("/actions/{ref}/contributions/{agency}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributions")
public class ContributionResource {

    @Inject
    private ContributionService contributions;

    @Context
    private UriInfo uri;

    @POST
    @Path("/updates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Parameter(name = "ref", in = ParameterIn.PATH, description = "For example 2.4.7")
    @Parameter(name = "agency", in = ParameterIn.PATH, description = "The agency's code, for example POLICE")
    @Operation(
            operationId = "reportProgress",
            summary = "Add a progress update to your own agency's contribution",
            description = "An update is never changed; a correction is another update.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewUpdate.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added; Location is the action",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionJson.Update.class)))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "415", ref = "Problem")
    @APIResponse(responseCode = "422", ref = "Problem")
    public Response report(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        ActionJson.Update added =
                ActionJson.Update.of(contributions.report(NewUpdate.read(JsonBody.read(body), ref, code(agency))));
        return Response.created(action(ref)).entity(added).build();
    }

    @POST
    @Parameter(name = "ref", in = ParameterIn.PATH, description = "For example 2.4.7")
    @Parameter(name = "agency", in = ParameterIn.PATH, description = "The agency's code, for example POLICE")
    @Operation(
            operationId = "addContribution",
            summary = "Say that an agency contributes to the action",
            description = "For the KSCB manager. The plan's joint marker stays as written. The body may be left out, "
                    + "or say in \"owes\" what the agency owes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewContribution.class)))
    @APIResponse(responseCode = "201", description = "Added; Location is the action")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    public Response add(@PathParam("ref") String ref, @PathParam("agency") String agency, InputStream body) {
        JsonBody json = JsonBody.readOptional(body).only(Set.of("owes"));
        String owes = json.text("owes");
        json.refuseErrors();
        contributions.add(ref, code(agency), owes);
        return Response.created(action(ref)).build();
    }

    @DELETE
    @Parameter(name = "ref", in = ParameterIn.PATH, description = "For example 2.4.7")
    @Parameter(name = "agency", in = ParameterIn.PATH, description = "The agency's code, for example POLICE")
    @Operation(
            operationId = "removeContribution",
            summary = "Say that an agency contributes no longer",
            description = "For the KSCB manager. What the agency reported is kept.")
    @APIResponse(responseCode = "204", description = "Removed from today")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    @APIResponse(responseCode = "409", ref = "Problem")
    public void remove(@PathParam("ref") String ref, @PathParam("agency") String agency) {
        contributions.remove(ref, code(agency));
    }

    /** @param owes what exactly the agency owes */
    @Schema(name = "NewContribution")
    record NewContribution(
            @Schema(description = "What exactly the agency owes")
            String owes) {}

    private static String code(String agency) {
        return agency.toUpperCase(Locale.ROOT);
    }

    private URI action(String ref) {
        return uri.getBaseUriBuilder().path("actions").path(ref).build();
    }
}
