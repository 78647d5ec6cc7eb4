package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.referral.EscalationView;

/** The shape of disagreements between agencies in the API. */
final class EscalationJson {
    private EscalationJson() {}

    public record Escalation(
            String reference,
            String agency,
            String other,
            String theme,
            LocalDate begun,
            int stage,
            LocalDate stageSince,
            @Nullable LocalDate due,
            boolean provisional,
            int days,
            @Nullable LocalDate ended,
            @Nullable String outcome) {
        static Escalation of(EscalationView e) {
            return new Escalation(
                    e.reference(),
                    e.agency(),
                    e.other(),
                    Slug.of(e.theme()),
                    e.begun(),
                    e.stage(),
                    e.stageSince(),
                    e.due(),
                    e.provisional(),
                    e.days(),
                    e.ended(),
                    e.outcome() == null ? null : Slug.of(e.outcome()));
        }
    }

    /** @param count null where it is kept back */
    public record Theme(
            String theme,
            @Nullable Long count,
            @Nullable Long open,
            @Nullable List<Long> reached,
            @Nullable Double meanDays) {
        static Theme of(EscalationView.ThemeLine t) {
            return new Theme(
                    Slug.of(t.theme()),
                    t.keptBack() ? null : t.count(),
                    t.keptBack() ? null : t.open(),
                    t.keptBack() ? null : t.reached(),
                    t.meanDays());
        }
    }
}
