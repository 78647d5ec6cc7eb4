package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.statistics.Share;
import uk.org.kscb.portal.referral.MeasureService;
import uk.org.kscb.portal.referral.ReferralMeasures;
import uk.org.kscb.portal.referral.ReferralMeasures.Cell;
import uk.org.kscb.portal.referral.ReferralMeasures.Figure;
import uk.org.kscb.portal.referral.ReferralMeasures.Row;

/** Measures 4a and 4b: no share without its counts. */
@Named
@RequestScoped
public class MeasuresPage {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    @EJB
    private MeasureService measures;

    /** A month's table. */
    public record Month(String words, String id, List<Line> lines, String hours, String day) {}

    /** One agency, or all together. */
    public record Line(
            String name, String received, String inHours, String inDay, String told, String neverTold, boolean all) {}

    public List<Month> getMonths() {
        return measures.measures().months().stream().map(MeasuresPage::month).toList();
    }

    private static Month month(ReferralMeasures.Month month) {
        return new Month(
                words(month.month()),
                "m" + month.month(),
                Stream.concat(
                                month.agencies().stream().map(row -> line(row, false)),
                                Stream.of(line(month.all(), true)))
                        .toList(),
                month.hours(),
                month.day());
    }

    private static Line line(Row row, boolean all) {
        return new Line(
                row.name(),
                figure(row.received()),
                cell(row.inHours()),
                cell(row.inDay()),
                cell(row.told()),
                figure(row.neverTold()),
                all);
    }

    static String cell(Cell cell) {
        return cell.share()
                .map(share ->
                        share.percent().map(percent -> words(share, percent)).orElse("None due yet"))
                .orElse("Kept back: small number");
    }

    private static String words(Share share, long percent) {
        return share.count() + " of " + share.of() + ": " + percent + "%";
    }

    private static String figure(Figure figure) {
        return figure.count().map(String::valueOf).orElse("Kept back");
    }

    private static String words(YearMonth month) {
        return MONTH.format(month);
    }
}
