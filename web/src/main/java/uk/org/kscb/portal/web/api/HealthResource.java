package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the portal answers. Touches nothing else, so that it is quick and says nothing to strangers. */
@Path("/health")
@Tag(name = "Health")
public class HealthResource {
    private static final String UP = "{\"status\":\"up\"}";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirements
    @Operation(operationId = "health", summary = "Whether the portal answers; needs no token")
    public String health() {
        return UP;
    }
}
