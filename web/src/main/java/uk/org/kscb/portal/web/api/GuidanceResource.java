package uk.org.kscb.portal.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.GuidanceFilter;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/** The published guidance. It is public on the pages, and so it needs no token here; drafts have no address in the API. */
@Path("/guidance")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GuidanceResource {
    private static final Jsonb JSON = new JsonFormat().getContext(GuidanceApiJson.class);
    private static final int LONGEST_NUMBER = 6;

    @Inject
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    @Context
    private UriInfo uri;

    @Context
    private Request request;

    /** The edition in force today, or on the day that {@code on} names. */
    @GET
    public Response inForce() {
        return kept(GuidanceApiJson.Full.of(onDay()));
    }

    /** Its examples, narrowed as on the page; everything of the highest level always among them. */
    @GET
    @Path("indicators")
    public Response indicators() {
        Edition edition = onDay();
        List<Indicator> found = new GuidanceFilter(given("age"), given("domain"), given("theme"), given("q"))
                .within(edition.text()).in(edition.text()).stream()
                        .flatMap(f -> java.util.stream.Stream.concat(
                                f.matching().stream(),
                                f.level().no() == edition.text().highest()
                                        ? f.besides().stream()
                                        : java.util.stream.Stream.empty()))
                        .toList();
        return kept(found);
    }

    @GET
    @Path("editions")
    public Response editions() {
        return kept(guidance.published().stream()
                .map(GuidanceApiJson.EditionLine::of)
                .toList());
    }

    @GET
    @Path("editions/{edition}")
    public Response edition(@PathParam("edition") String number) {
        return kept(GuidanceApiJson.Full.of(guidance.edition(number(number))));
    }

    /** What it changed against the edition that it was begun from, or the one that {@code from} names. */
    @GET
    @Path("editions/{edition}/changes")
    public Response changes(@PathParam("edition") String number) {
        int to = number(number);
        int from = given("from").isEmpty()
                ? Optional.ofNullable(guidance.edition(to).head().basedOn())
                        .orElseThrow(() -> new NotVisible("earlier edition"))
                : number(given("from"));
        return kept(GuidanceApiJson.Changes.of(guidance.compare(from, to)));
    }

    private Edition onDay() {
        LocalDate day = given("on").isEmpty() ? clock.today() : day(given("on"));
        return guidance.readingOn(day).orElseThrow(() -> new NotVisible("edition"));
    }

    private String given(String name) {
        String value = uri.getQueryParameters().getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException notADay) {
            throw ProblemException.badParameter(List.of(new FieldError("on", "Give a day as 2011-06-30.")));
        }
    }

    private static int number(String text) {
        if (!text.matches("[0-9]+") || text.length() > LONGEST_NUMBER) {
            throw new NotVisible("edition");
        }
        return Integer.parseInt(text);
    }

    private Response kept(Object answer) {
        return Unchanged.or(request, JSON.toJson(answer).getBytes(StandardCharsets.UTF_8));
    }
}
