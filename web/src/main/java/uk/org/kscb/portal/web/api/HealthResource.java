package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the portal answers. Touches nothing else, so that it is quick and says nothing to strangers. */
@Path("/health")
public class HealthResource {
    private static final String UP = "{\"status\":\"up\"}";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String health() {
        return UP;
    }
}
