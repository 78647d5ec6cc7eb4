package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.UrgentNumber;
import uk.org.kscb.portal.threshold.UrgentNumber.Kind;

/** The line that stands above everything on public pages: 999, then social care by day and by night. */
@Named
@RequestScoped
public class Danger {
    @EJB
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    private @Nullable List<UrgentNumber> numbers;

    public List<UrgentNumber> getNumbers() {
        if (numbers == null) {
            numbers = guidance.numbers();
        }
        return numbers;
    }

    public @Nullable UrgentNumber getDay() {
        return of(Kind.DAY).orElse(null);
    }

    public @Nullable UrgentNumber getNight() {
        return of(Kind.NIGHT).orElse(null);
    }

    public @Nullable UrgentNumber getAdvice() {
        return of(Kind.ADVICE).orElse(null);
    }

    /** Whether somebody should ring them again. */
    public boolean isOverdue() {
        return getNumbers().stream().anyMatch(n -> n.overdue(clock.today()));
    }

    private Optional<UrgentNumber> of(Kind kind) {
        return getNumbers().stream().filter(n -> n.kind() == kind).findFirst();
    }
}
