package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.referral.AdviceService;
import uk.org.kscb.portal.referral.AdviceService.AskAdvice;
import uk.org.kscb.portal.referral.AdviceTheme;
import uk.org.kscb.portal.referral.AdviceView;
import uk.org.kscb.portal.referral.District;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** Asking for advice before a referral, and answering it. */
@Named
@RequestScoped
public class AdvicePage {
    @EJB
    private AdviceService advice;

    @Inject
    private Notices notices;

    private @Nullable AdviceView view;
    private @Nullable District district;
    private @Nullable AdviceTheme theme;

    public AdviceView getView() {
        if (view == null) {
            view = advice.list();
        }
        return view;
    }

    /** A request as a row. */
    public record Line(AdviceView.Line request, ClockLine clock, boolean open) {}

    public List<Line> getLines() {
        return getView().lines().stream()
                .map(line ->
                        new Line(line, ClockLine.of(line.clock()), line.clock().done() == null))
                .toList();
    }

    public boolean isMayAsk() {
        return CurrentViewer.require().may(Permission.REFER);
    }

    /** "2 working days". */
    public String getPromise() {
        return advice.promise().words();
    }

    public District[] getDistricts() {
        return District.values();
    }

    public AdviceTheme[] getThemes() {
        return AdviceTheme.values();
    }

    @SuppressWarnings("NullAway") // what was not chosen is answered by the record's own validation
    public void ask() {
        if (Doors.passed(() -> advice.ask(new AskAdvice(district, theme)))) {
            notices.done("Asked", "The front door phones you back within " + getPromise() + ".");
            Doors.goTo("/referrals/advice");
        }
    }

    public void answered() {
        String reference = Sent.text("request");
        if (Doors.passed(() -> advice.answered(reference))) {
            notices.done("Recorded", "The colleague sees that they were answered.");
            Doors.goTo("/referrals/advice");
        }
    }

    public @Nullable District getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable District district) {
        this.district = district;
    }

    public @Nullable AdviceTheme getTheme() {
        return theme;
    }

    public void setTheme(@Nullable AdviceTheme theme) {
        this.theme = theme;
    }
}
