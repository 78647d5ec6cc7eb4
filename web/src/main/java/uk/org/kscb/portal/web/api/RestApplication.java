package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything that the API consists of. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                HealthResource.class,
                PartnershipResource.class,
                PlanResource.class,
                ImportResource.class,
                ActionResource.class,
                ContributionResource.class,
                PracticeAuditResource.class,
                AuditResultResource.class,
                AuditFindingResource.class,
                RecommendationResource.class,
                GuidanceResource.class,
                ReferralResource.class,
                EscalationResource.class,
                VignetteResource.class,
                ToolResource.class,
                ReturnResource.class,
                ModerationResource.class,
                ProblemMapper.OfEverything.class,
                ProblemMapper.OfEjb.class,
                ProblemMapper.OfValidation.class,
                JsonFormat.class,
                BodyLimit.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // our own problems instead of the container's error pages
                "jersey.config.server.response.setStatusOverSendError", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
