package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionService;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.PlanPicture;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** The whole plan on one page. */
@Named
@RequestScoped
public class PlanPage {
    @EJB
    private ActionService actions;

    @Inject
    private PortalClock clock;

    private @Nullable PlanPicture picture;
    private @Nullable PlanCounts counts;
    private @Nullable Timeline timeline;

    public PlanPicture getPicture() {
        if (picture == null) {
            picture = actions.picture(AsAt.read(Sent.orNull("asAt")));
        }
        return picture;
    }

    public boolean isTravelling() {
        return !getPicture().asAt().equals(clock.today());
    }

    /** What links carry so that they show the same day, after other parameters; empty today. */
    public String getDay() {
        return isTravelling() ? "asAt=" + getPicture().asAt() : "";
    }

    public PlanCounts getCounts() {
        if (counts == null) {
            counts = PlanCounts.of(getPicture(), getDay());
        }
        return counts;
    }

    public Timeline getTimeline() {
        if (timeline == null) {
            timeline = Timeline.of(getPicture(), getDay());
        }
        return timeline;
    }

    /** The legend: every status once. */
    public List<DeliveryStatus> getStatuses() {
        return Stream.of(DeliveryStatus.values()).toList();
    }

    public String getLead() {
        return lead(getPicture());
    }

    static String lead(PlanPicture picture) {
        int outcomes =
                picture.priorities().stream().mapToInt(p -> p.outcomes().size()).sum();
        return Words.count(picture.priorities().size(), "priority") + ", " + Words.count(outcomes, "outcome") + ", "
                + Words.count(picture.actions(), "action") + ". " + news(picture, DeliveryStatus.LATE, "late") + " "
                + news(picture, DeliveryStatus.NO_UPDATE, "without an update this month");
    }

    private static String news(PlanPicture picture, DeliveryStatus status, String words) {
        long number = PlanCounts.total(picture, status);
        return switch ((int) number) {
            case 0 -> "None is " + words + ".";
            case 1 -> "One is " + words + ".";
            default -> number + " are " + words + ".";
        };
    }
}
