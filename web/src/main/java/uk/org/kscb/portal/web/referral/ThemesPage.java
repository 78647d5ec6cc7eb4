package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.referral.EscalationService;
import uk.org.kscb.portal.referral.EscalationView.ThemeLine;
import uk.org.kscb.portal.referral.EscalationView.Themes;

/** What agencies disagree about: counts by theme, which show where thresholds are unclear. */
@Named
@RequestScoped
public class ThemesPage {
    @EJB
    private EscalationService service;

    private @Nullable Themes themes;

    public Themes getThemes() {
        if (themes == null) {
            themes = service.themes();
        }
        return themes;
    }

    /** A theme's row. */
    public record Line(String theme, String count, String open, List<String> reached, String days) {}

    public boolean isMayReadLog() {
        return CurrentViewer.require().may(Permission.READ_ESCALATIONS);
    }

    public List<Line> getLines() {
        return getThemes().lines().stream().map(ThemesPage::line).toList();
    }

    private static String days(ThemeLine line, @Nullable Double mean) {
        if (line.keptBack()) {
            return "Kept back";
        }
        return mean == null ? "None has ended" : mean + " working days";
    }

    private static Line line(ThemeLine line) {
        Double mean = line.meanDays();
        return new Line(
                line.theme().words(),
                line.keptBack() ? "Kept back" : String.valueOf(line.count()),
                line.keptBack() ? "" : String.valueOf(line.open()),
                line.keptBack()
                        ? List.of("", "", "", "", "")
                        : line.reached().stream().map(String::valueOf).toList(),
                days(line, mean));
    }
}
