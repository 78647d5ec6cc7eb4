package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.Comparison;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceService;

/** The editions that were, are or will be in force, and what changed from one to the next. */
@Named
@RequestScoped
public class EditionsPage {
    @EJB
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    private @Nullable List<EditionHead> editions;
    private @Nullable Optional<Comparison> comparison;

    /** Newest first. */
    public List<EditionHead> getEditions() {
        if (editions == null) {
            editions = guidance.published().reversed();
        }
        return editions;
    }

    /** Of the edition that the address names, or the one in force, with the one that it names or was begun from. */
    public @Nullable Comparison getComparison() {
        if (comparison == null) {
            comparison = later().flatMap(to -> Address.number("from")
                    .or(() -> Optional.ofNullable(to.basedOn()))
                    .map(from -> guidance.compare(from, to.number())));
        }
        return comparison.orElse(null);
    }

    private Optional<EditionHead> later() {
        return Address.number("to")
                .map(number -> guidance.edition(number).head())
                .or(() -> guidance.readingOn(clock.today()).map(e -> e.head()));
    }
}
