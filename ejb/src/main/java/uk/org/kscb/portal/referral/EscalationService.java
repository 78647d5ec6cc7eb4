package uk.org.kscb.portal.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import uk.org.kscb.portal.platform.statistics.Share;
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
import uk.org.kscb.portal.threshold.GuidanceService;

/** The log of disagreements between agencies: stage, theme, days; never the child (BRIEF 3.7). */
@Stateless
public class EscalationService {
    private static final int MONTHS = 12;

    @Inject
    private EscalationStore store;

    @Inject
    private GuidanceService guidance;

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
    @Door(Permission.READ_ESCALATIONS)
    public List<EscalationView> list() {
        return store.list(
                CurrentViewer.require(), new Ladders(guidance)::on, bankHolidays.workingDays(), clock.today());
    }

    /** The ladder of today, from the guidance in force. */
    @Door(Permission.READ_ESCALATIONS)
    public List<Rung> ladder() {
        return new Ladders(guidance).on(clock.today());
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
        List<List<Ended>> themes = Stream.of(EscalationTheme.values())
                .map(theme -> all.stream().filter(e -> e.theme() == theme).toList())
                .toList();
        List<Boolean> kept = kept(themes, all.size(), reach == Reach.HEAD);
        return new Themes(
                IntStream.range(0, themes.size())
                        .mapToObj(i -> line(EscalationTheme.values()[i], themes.get(i), kept.get(i)))
                        .toList(),
                all.size());
    }

    /** The total is shown, so that one theme kept back alone would follow from the others: then a second one goes too. */
    private static List<Boolean> kept(List<List<Ended>> themes, int all, boolean headline) {
        if (!headline) {
            return Collections.nCopies(themes.size(), false);
        }
        List<Boolean> empty = themes.stream().map(List::isEmpty).toList();
        List<Integer> filled = IntStream.range(0, themes.size())
                .filter(i -> !empty.get(i))
                .boxed()
                .toList();
        // counts of themes out of all; the base is never small in itself, only the count is
        List<Share> shares = filled.stream()
                .map(i -> new Share(themes.get(i).size(), Math.max(all, SmallNumbers.SMALL_BASE + 1)))
                .toList();
        List<Boolean> hidden = SmallNumbers.hidden(shares);
        List<Boolean> kept = new ArrayList<>(Collections.nCopies(themes.size(), false));
        for (int i = 0; i < filled.size(); i++) {
            kept.set(filled.get(i), hidden.get(i));
        }
        return kept;
    }

    private static ThemeLine line(EscalationTheme theme, List<Ended> own, boolean kept) {
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
                mean.isPresent() && !kept ? Math.round(mean.getAsDouble() * 10) / 10.0 : null,
                kept);
    }

    private Recorder recorder() {
        Viewer viewer = CurrentViewer.require();
        return new Recorder(viewer.agencyId(), viewer.memberId(), clock.now());
    }
}
