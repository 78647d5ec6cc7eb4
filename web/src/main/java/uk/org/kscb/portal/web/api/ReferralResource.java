package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.Consent;
import uk.org.kscb.portal.referral.Decision;
import uk.org.kscb.portal.referral.MeasureService;
import uk.org.kscb.portal.referral.ReceiptList;
import uk.org.kscb.portal.referral.ReceiptList.Show;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.referral.ReferrerPost;
import uk.org.kscb.portal.referral.TakeReceipt;
import uk.org.kscb.portal.referral.ToldHow;

/** Receipts of referrals. A member that could hold words about a child does not exist, and is refused. */
@Path("/referral-receipts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {
    private static final String NEEDED = "This is needed.";

    @Inject
    private ReferralService referrals;

    @Inject
    private MeasureService measures;

    @Context
    private UriInfo uri;

    @GET
    public Response list(@QueryParam("show") @Nullable String show, @QueryParam("page") @Nullable String page) {
        ReceiptList list = referrals.list(shown(show), number(page));
        List<ReferralJson.Line> lines =
                list.lines().stream().map(ReferralJson.Line::of).toList();
        Response.ResponseBuilder response = Response.ok(new GenericEntity<>(lines) {});
        if (list.more()) {
            response.header(
                    "Link",
                    "<"
                            + uri.getRequestUriBuilder()
                                    .replaceQueryParam("page", list.page() + 1)
                                    .build()
                                    .toString()
                                    .replaceFirst("^https?://[^/]+", "")
                            + ">; rel=\"next\"");
        }
        return response.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response take(InputStream body) {
        JsonBody json =
                JsonBody.read(body).only(Set.of("key", "post", "level", "significantHarm", "consent", "phoned"));
        TakeReceipt asked = asked(json);
        json.refuseErrors();
        ReceiptView receipt = referrals.take(asked);
        return Response.created(uri.getBaseUriBuilder()
                        .path("referral-receipts")
                        .path("{reference}")
                        .build(receipt.reference()))
                .entity(ReferralJson.Receipt.of(receipt))
                .build();
    }

    /** Missing values go through: Bean Validation at the door names each of them. */
    @SuppressWarnings("NullAway")
    private static TakeReceipt asked(JsonBody json) {
        return new TakeReceipt(
                json.text("key"),
                json.slug("post", ReferrerPost.values()).orElse(null),
                json.json().getInt("level", 0),
                json.yes("significantHarm"),
                json.slug("consent", Consent.values()).orElse(null),
                json.json().containsKey("phoned") ? moment(json, "phoned") : null);
    }

    @GET
    @Path("/measures")
    public List<ReferralJson.Measure> measures() {
        return measures.measures().months().stream()
                .flatMap(month -> Stream.concat(Stream.of(month.all()), month.agencies().stream())
                        .map(row -> ReferralJson.Measure.of(month, row)))
                .toList();
    }

    @GET
    @Path("/{receipt}")
    public ReferralJson.Receipt read(@PathParam("receipt") String reference) {
        return ReferralJson.Receipt.of(referrals.receipt(reference));
    }

    @POST
    @Path("/{receipt}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReferralJson.Receipt acknowledge(@PathParam("receipt") String reference, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("at"));
        Instant at = moment(json, "at");
        json.refuseErrors();
        referrals.acknowledge(reference, at);
        return read(reference);
    }

    @POST
    @Path("/{receipt}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReferralJson.Receipt decide(@PathParam("receipt") String reference, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("at", "decision"));
        Instant at = moment(json, "at");
        Optional<Decision> decision = json.slug("decision", Decision.values());
        if (decision.isEmpty()) {
            json.wrong("decision", NEEDED);
        }
        json.refuseErrors();
        referrals.decide(reference, decision.orElseThrow(), at);
        return read(reference);
    }

    @POST
    @Path("/{receipt}/told")
    @Consumes(MediaType.APPLICATION_JSON)
    public ReferralJson.Receipt tell(@PathParam("receipt") String reference, InputStream body) {
        JsonBody json = JsonBody.read(body).only(Set.of("at", "how"));
        Instant at = moment(json, "at");
        Optional<ToldHow> how = json.slug("how", ToldHow.values());
        if (how.isEmpty()) {
            json.wrong("how", NEEDED);
        }
        json.refuseErrors();
        referrals.tell(reference, how.orElseThrow(), at);
        return read(reference);
    }

    @POST
    @Path("/{receipt}/never-told")
    public ReferralJson.Receipt neverTold(@PathParam("receipt") String reference) {
        referrals.sayNeverTold(reference);
        return read(reference);
    }

    private static Instant moment(JsonBody json, String name) {
        String text = json.text(name);
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException notAMoment) {
            json.wrong(name, "Expected a moment such as 2011-06-16T08:30:00Z.");
            return Instant.EPOCH;
        }
    }

    private static Show shown(@Nullable String show) {
        return show == null
                ? Show.ALL
                : Slug.read(Show.values(), show)
                        .orElseThrow(() -> ProblemException.badParameter(List.of(
                                new Problem.FieldError("show", "Expected one of: " + Slug.list(Show.values()) + "."))));
    }

    private static int number(@Nullable String page) {
        if (page == null) {
            return 1;
        }
        if (!page.matches("[1-9][0-9]{0,3}")) {
            throw ProblemException.badParameter(List.of(new Problem.FieldError("page", "Expected 1 to 2000.")));
        }
        return Integer.parseInt(page);
    }
}
