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
import uk.org.kscb.portal.practiceaudit.ResultFilter;
import uk.org.kscb.portal.practiceaudit.ResultService;

/** What the numbers of an audit say, as far as who asks may know. */
@Path("/practice-audits/{code}/results")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResultResource {

    @Inject
    private ResultService results;

    @Context
    private Request request;

    @GET
    public Response results(@PathParam("code") String code) {
        AuditResultJson.Results json = AuditResultJson.Results.of(results.results(code, ResultFilter.NONE));
        return Unchanged.or(request, json, json);
    }
}
