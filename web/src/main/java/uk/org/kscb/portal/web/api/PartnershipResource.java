package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
    public PartnershipJson.Me me() {
        return PartnershipJson.Me.of(account.me());
    }

    @GET
    @Path("agencies")
    public List<PartnershipJson.Agency> agencies() {
        return people.agencies().stream().map(PartnershipJson.Agency::of).toList();
    }

    @GET
    @Path("people")
    public List<PartnershipJson.Person> people() {
        return people.people().stream().map(PartnershipJson.Person::of).toList();
    }

    @GET
    @Path("trail/verification")
    public PartnershipJson.Verdict verifyTrail() {
        return PartnershipJson.Verdict.of(trail.verify());
    }
}
