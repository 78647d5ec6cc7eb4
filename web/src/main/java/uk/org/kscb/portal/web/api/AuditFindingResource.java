package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import uk.org.kscb.portal.practiceaudit.RecommendationService;

/** What an audit found and recommends. */
@Path("/practice-audits/{code}/findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditFindingResource {

    @Inject
    private RecommendationService recommendations;

    @Context
    private Request request;

    @GET
    public Response findings(@PathParam("code") String code) {
        AuditResultJson.Findings json = AuditResultJson.Findings.of(recommendations.findings(code));
        return Unchanged.or(request, json, json);
    }
}
