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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionList;
import uk.org.kscb.portal.plan.ActionService;

/** The plan's actions, as one agency may see them. */
@Path("/actions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions")
public class ActionResource {

    @Inject
    private ActionService actions;

    @Context
    private UriInfo uri;

    @GET
    @Operation(operationId = "listActions", summary = "Actions, filtered as on the page of the same name")
    @Parameter(name = "show", in = ParameterIn.QUERY, description = "mine, joint or all; all when left out")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "late, at-risk, on-track, no-update, not-started, complete, reported-complete; "
                    + "several joined by commas or repeated")
    @Parameter(name = "due", in = ParameterIn.QUERY, description = "any, past, soon (30 days), quarter or none")
    @Parameter(name = "agency", in = ParameterIn.QUERY, description = "Codes of contributing agencies: POLICE,HEALTH")
    @Parameter(name = "priority", in = ParameterIn.QUERY, description = "Numbers of priorities: 2,4")
    @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "References of outcomes: 2.4")
    @Parameter(name = "ref", in = ParameterIn.QUERY, description = "What the action answers: IN 2, O 5, CT 1")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Words in the text")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "due, ref, text, status or update; -due for the other way round")
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "From 1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description = "Lines a page, at most 200; more counts as 200",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = "asAt",
            in = ParameterIn.QUERY,
            description = "The list as it stood on this day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "One page of the list",
            headers = {
                @Header(
                        name = "X-Total-Count",
                        description = "Actions on all pages together",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "Link",
                        description = "first, prev, next and last page (RFC 8288)",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ActionJson.Line.class)))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
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
    @Operation(operationId = "readAction", summary = "One action with its milestones, contributions and updates")
    @Parameter(name = "ref", in = ParameterIn.PATH, description = "For example 2.4.7")
    @Parameter(
            name = "asAt",
            in = ParameterIn.QUERY,
            description = "The action as it stood on this day",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "The action",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ActionJson.Full.class)))
    @APIResponse(responseCode = "400", ref = "Problem")
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public ActionJson.Full read(@PathParam("ref") String ref) {
        return ActionJson.Full.of(actions.action(ref, Address.asAt(uri.getQueryParameters())));
    }
}
