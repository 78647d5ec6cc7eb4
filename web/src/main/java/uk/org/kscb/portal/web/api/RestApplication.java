package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** Everything that the API consists of. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Partnership portal",
                        version = "1",
                        description = "The shared improvement plan, what each agency owes to it and how that goes. "
                                + "Days are ISO dates (2011-06-30), moments ISO instants in UTC; a member without a "
                                + "value is null, never left out. Every refusal is an application/problem+json with a "
                                + "reference number. What you may not see is answered like what does not exist: 404."),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "What was refused and why (RFC 9457), with a reference number",
                                        content =
                                                @Content(
                                                        mediaType = Problem.MEDIA_TYPE,
                                                        schema = @Schema(implementation = Problem.Shape.class)))))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "A personal access token. You make and revoke tokens on your account page.")
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
                ProblemMapper.class,
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
