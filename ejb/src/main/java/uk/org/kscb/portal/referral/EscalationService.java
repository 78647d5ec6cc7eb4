package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.statistics.SmallNumbers;
import uk.org.kscb.portal.platform.time.BankHolidays;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.EscalationView.Rung;
import uk.org.kscb.portal.referral.EscalationView.ThemeLine;
import uk.org.kscb.portal.referral.EscalationView.Themes;
import uk.org.kscb.portal.referral.model.Escalation;
import uk.org.kscb.portal.referral.model.Receipt.Recorder;
import uk.org.kscb.portal.referral.store.EscalationStore;
import uk.org.kscb.portal.referral.store.EscalationStore.Ended;

/** The log of disagreements between agencies: stage, theme, days; never the child (BRIEF 3.7). */
@Stateless
public class EscalationService {
    private static final int MONTHS = 12;

    @Inject
    private EscalationStore store;

    @Inject
    private BankHolidays bankHolidays;

    @Inject
    private PortalClock clock;

    /** @param other code of the agency that one disagrees with; @param on day of the first talk */
    public record BeginEscalation(
            @NotBlank(message = "Choose the other agency.") String other,
            @NotNull(message = "Choose what it is about.") EscalationTheme theme,

            @NotNull(message = "Say on which day you first talked.")
            LocalDate on) {}

    /** @return the reference */
    @Door(value = Permission.RECORD_ESCALATIONS, trail = "escalation.begin")
    public String begin(@Valid @NotNull BeginEscalation asked) {
        Recorder by = recorder();
        Escalation begun =
                store.add(new Escalation(asked.theme(), store.agencyId(asked.other()), asked.on(), clock.today(), by));
        store.add(begun.begin(by));
        return begun.reference();
    }

    @Door(value = Permission.RECORD_ESCALATIONS, trail = "escalation.climb")
    public void climb(@TrailObject String reference, int stage, LocalDate on) {
        store.add(store.require(reference, CurrentViewer.require()).climb(stage, on, clock.today(), recorder()));
    }

    @Door(value = Permission.RECORD_ESCALATIONS, trail = "escalation.end")
    public void end(@TrailObject String reference, EscalationOutcome outcome, LocalDate on) {
        store.add(store.require(reference, CurrentViewer.require()).end(outcome, on, clock.today(), recorder()));
    }

    /** Those of the viewer's agency, on either side; all for the board's manager. */
    @Door(Permission.RECORD_ESCALATIONS)
    public List<EscalationView> list() {
        return store.list(CurrentViewer.require(), bankHolidays.workingDays(), clock.today());
    }

    @Door(Permission.RECORD_ESCALATIONS)
    public List<Rung> ladder() {
        return store.ladder();
    }

    /** The last 12 months by theme. Who reads headlines sees small numbers kept back. */
    @Door(Permission.READ_ESCALATION_THEMES)
    public Themes themes() {
        Viewer viewer = CurrentViewer.require();
        Reach reach = viewer.reach(Permission.READ_ESCALATION_THEMES);
        List<Ended> all = store.since(
                clock.today().minusMonths(MONTHS),
                reach == Reach.OWN ? viewer.agencyId() : -1,
                clock.today(),
                bankHolidays.workingDays()::between);
        return new Themes(
                Stream.of(EscalationTheme.values())
                        .map(theme -> line(
                                theme,
                                all.stream().filter(e -> e.theme() == theme).toList(),
                                reach == Reach.HEAD))
                        .toList(),
                all.size());
    }

    private static ThemeLine line(EscalationTheme theme, List<Ended> own, boolean headline) {
        OptionalDouble mean =
                own.stream().filter(e -> !e.open()).mapToInt(Ended::days).average();
        return new ThemeLine(
                theme,
                own.size(),
                own.stream().filter(Ended::open).count(),
                IntStream.rangeClosed(1, Escalation.LAST_STAGE)
                        .mapToObj(stage ->
                                own.stream().filter(e -> e.stage() >= stage).count())
                        .toList(),
                mean.isPresent() ? Math.round(mean.getAsDouble() * 10) / 10.0 : null,
                headline && !own.isEmpty() && own.size() <= SmallNumbers.SMALL_COUNT);
    }

    private Recorder recorder() {
        Viewer viewer = CurrentViewer.require();
        return new Recorder(viewer.agencyId(), viewer.memberId(), clock.now());
    }
}
