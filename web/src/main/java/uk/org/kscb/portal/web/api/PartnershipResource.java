package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uk.org.kscb.portal.partnership.AccountService;
import uk.org.kscb.portal.partnership.PeopleService;
import uk.org.kscb.portal.platform.trail.TrailService;

/** Who asks, which agencies there are, who is in them, and whether the trail is unbroken. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PartnershipResource {

    @Inject
    private AccountService account;

    @Inject
    private PeopleService people;

    @Inject
    private TrailService trail;

    @GET
    @Path("me")
    @Tag(name = "Partnership")
    @Operation(operationId = "me", summary = "Whose token this is, for which agency it acts and in which roles")
    @APIResponse(
            responseCode = "200",
            description = "You",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnershipJson.Me.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    public PartnershipJson.Me me() {
        return PartnershipJson.Me.of(account.me());
    }

    @GET
    @Path("agencies")
    @Tag(name = "Partnership")
    @Operation(operationId = "listAgencies", summary = "The agencies of the partnership")
    @APIResponse(
            responseCode = "200",
            description = "All agencies",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PartnershipJson.Agency.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    public List<PartnershipJson.Agency> agencies() {
        return people.agencies().stream().map(PartnershipJson.Agency::of).toList();
    }

    @GET
    @Path("people")
    @Tag(name = "Partnership")
    @Operation(operationId = "listPeople", summary = "People and their roles; a coordinator's own agency only")
    @APIResponse(
            responseCode = "200",
            description = "People whom you may see",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = PartnershipJson.Person.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public List<PartnershipJson.Person> people() {
        return people.people().stream().map(PartnershipJson.Person::of).toList();
    }

    @GET
    @Path("trail/verification")
    @Tag(name = "Trail")
    @Operation(operationId = "verifyTrail", summary = "Whether the trail of who did what is unbroken")
    @APIResponse(
            responseCode = "200",
            description = "The verdict",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnershipJson.Verdict.class)))
    @APIResponse(responseCode = "401", ref = "Problem")
    @APIResponse(responseCode = "404", ref = "Problem")
    public PartnershipJson.Verdict verifyTrail() {
        return PartnershipJson.Verdict.of(trail.verify());
    }
}
