package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.practiceaudit.RecommendationFilter;
import uk.org.kscb.portal.practiceaudit.RecommendationService;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/** Recommendations of practice audits, past their date first. */
@Path("/recommendations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationResource {

    @Inject
    private RecommendationService recommendations;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    @GET
    public Response list() {
        Map<String, String> address = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> address.put(name, values.getFirst()));
        String show = address.getOrDefault("show", "open");
        if (!RecommendationFilter.SHOWS.contains(show)) {
            throw ProblemException.badParameter(List.of(
                    new FieldError("show", "Expected: " + String.join(", ", RecommendationFilter.SHOWS) + ".")));
        }
        List<AuditResultJson.Recommendation> json =
                recommendations.list(RecommendationFilter.from(address)).rows().stream()
                        .map(AuditResultJson.Recommendation::of)
                        .toList();
        return Unchanged.or(request, new GenericEntity<>(json) {}, json);
    }
}
