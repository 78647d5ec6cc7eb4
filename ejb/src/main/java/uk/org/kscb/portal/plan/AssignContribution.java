package uk.org.kscb.portal.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;

/**
 * An agency's coordinator says who holds the agency's own contribution: a post, a person, or with neither nobody in
 * particular. The post that owns it stays when a person is named.
 *
 * @param post title of a post of the agency
 * @param person user name of somebody who may report for the agency
 */
public record AssignContribution(
        @NotBlank String action,
        @NotBlank String agency,

        @Nullable @Size(max = 200, message = "A post's title has at most 200 characters.")
        String post,

        @Nullable @Size(max = 60, message = "A user name has at most 60 characters.")
        String person)
        implements TrailObject.Named {
    @Override
    public String trailObject() {
        return action + " " + agency + (person == null ? "" : " " + person);
    }
}
