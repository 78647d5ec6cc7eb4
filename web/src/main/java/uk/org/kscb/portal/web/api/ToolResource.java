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
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uk.org.kscb.portal.practiceaudit.ToolService;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionLine;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionView;

/** The tools of practice audits: listed, read and brought in. */
@Path("/practice-audits/tools")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ToolResource {

    @Context
    private Request request;

    @Inject
    private ToolService tools;

    @Context
    private UriInfo uri;

    /** One version of a tool in the list. */
    public record Version(String id, int number, String state, int questions) {
        static Version of(VersionLine line) {
            return new Version(line.id(), line.number(), Slug.of(line.state()), line.questions());
        }
    }

    /** A tool and its versions, oldest first. */
    public record Tool(String name, String kind, List<Version> versions) {}

    @GET
    public Response list() {
        List<Tool> all = tools.tools().stream()
                .map(t -> new Tool(
                        t.name(),
                        t.kind().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        t.versions().stream().map(Version::of).toList()))
                .toList();
        return Unchanged.or(request, new GenericEntity<>(all) {}, all);
    }

    /** A version as a document that {@link #bringIn} takes under another name. */
    @GET
    @Path("/{tool}")
    public Response read(@PathParam("tool") String tool) {
        return Unchanged.or(request, tools.file(tool).json().toString().getBytes(StandardCharsets.UTF_8));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response bringIn(InputStream body) {
        VersionView made = tools.bringIn(tools.read("tool.json", body));
        return Response.created(uri.getAbsolutePathBuilder().path(made.id()).build())
                .entity(new Version(
                        made.id(),
                        made.number(),
                        Slug.of(made.state()),
                        made.questions().size()))
                .build();
    }
}
