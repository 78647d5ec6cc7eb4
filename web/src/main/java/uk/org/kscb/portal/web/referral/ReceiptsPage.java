package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.referral.ReceiptList;
import uk.org.kscb.portal.referral.ReceiptList.Show;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** Receipts of referrals: one's own, or at the desk those of all. */
@Named
@RequestScoped
public class ReceiptsPage {
    @EJB
    private ReferralService referrals;

    private @Nullable ReceiptList list;

    public ReceiptList getList() {
        if (list == null) {
            list = referrals.list(show(), page());
        }
        return list;
    }

    /** A row of the list. */
    public record Line(ReceiptList.Line receipt, ClockLine hours, ClockLine day, ClockLine tell, String outcome) {}

    public List<Line> getLines() {
        return getList().lines().stream()
                .map(line -> new Line(
                        line,
                        ClockLine.of(line.hours()),
                        ClockLine.of(line.day()),
                        ClockLine.of(line.tell()),
                        line.decision() == null
                                ? "No decision recorded"
                                : line.decision().words()))
                .toList();
    }

    /** A list to choose. */
    public record Tab(String words, String href, String current) {}

    public List<Tab> getTabs() {
        return Arrays.stream(Show.values())
                .map(show ->
                        new Tab(show.words(), "/referrals?show=" + Words.slug(show), show == show() ? "page" : "false"))
                .toList();
    }

    public boolean isMayRefer() {
        return CurrentViewer.require().may(Permission.REFER);
    }

    public boolean isMayEscalate() {
        return CurrentViewer.require().may(Permission.READ_ESCALATIONS);
    }

    public boolean isMaySetClocks() {
        return CurrentViewer.require().may(Permission.SET_REFERRAL_CLOCKS);
    }

    public boolean isMayMeasure() {
        return CurrentViewer.require().may(Permission.READ_REFERRAL_MEASURES);
    }

    public String getMore() {
        return "/referrals?show=" + Words.slug(show()) + "&page=" + (getList().page() + 1);
    }

    public String getBack() {
        return "/referrals?show=" + Words.slug(show()) + "&page=" + (getList().page() - 1);
    }

    private Show show() {
        String asked = parameter("show");
        return Arrays.stream(Show.values())
                .filter(s -> Words.slug(s).equals(asked))
                .findFirst()
                .orElse(Show.ALL);
    }

    private static int page() {
        String asked = parameter("page");
        return asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) : 1;
    }

    private static @Nullable String parameter(String name) {
        String value = Sent.orNull(name);
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }
}
