package uk.org.kscb.portal.web.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.plan.PlanPicture;
import uk.org.kscb.portal.plan.PlanPicture.PriorityLine;

/** How many actions of each priority stand how: a table, and a bar for each priority. */
public record PlanCounts(List<PriorityLine> priorities, List<Row> rows, long all, List<Bar> bars) {

    /** Length of a whole bar. */
    static final int BAR = 600;

    private static final int DEPTHS = 4;

    public record Row(DeliveryStatus status, List<Cell> cells, long all, String href) {}

    /** @param depth class of the ground: the more, the darker; empty for none */
    public record Cell(long count, String depth, String href) {}

    public record Bar(int no, String title, long actions, List<Piece> pieces) {}

    /** @param words what the piece stands for: "4 late" */
    public record Piece(DeliveryStatus status, int x, int width, String words) {}

    static PlanCounts of(PlanPicture picture, String day) {
        long most = Math.max(
                1,
                picture.priorities().stream()
                        .flatMap(p -> p.counts().values().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        List<Row> rows = Stream.of(DeliveryStatus.values())
                .map(status -> new Row(
                        status,
                        picture.priorities().stream()
                                .map(p -> cell(count(p, status), most, href(status, p.no(), day)))
                                .toList(),
                        total(picture, status),
                        href(status, 0, day)))
                .toList();
        List<Bar> bars = picture.priorities().stream().map(PlanCounts::bar).toList();
        return new PlanCounts(picture.priorities(), rows, picture.actions(), bars);
    }

    static long total(PlanPicture picture, DeliveryStatus status) {
        return picture.priorities().stream().mapToLong(p -> count(p, status)).sum();
    }

    private static long count(PriorityLine priority, DeliveryStatus status) {
        return priority.counts().getOrDefault(status, 0L);
    }

    private static Cell cell(long count, long most, String href) {
        return new Cell(count, count == 0 ? "z" : "h" + Math.ceilDiv(count * DEPTHS, most), href);
    }

    private static String href(DeliveryStatus status, int priority, String day) {
        return FilterLinks.LIST + "?show=all&status=" + status.slug() + (priority == 0 ? "" : "&priority=" + priority)
                + (day.isEmpty() ? "" : "&" + day);
    }

    private static Bar bar(PriorityLine p) {
        long before = 0;
        List<Piece> pieces = new ArrayList<>();
        for (DeliveryStatus status : DeliveryStatus.values()) {
            long count = count(p, status);
            if (count > 0) {
                int x = (int) (before * BAR / p.actions());
                before += count;
                int width = (int) (before * BAR / p.actions()) - x;
                String words = count + " " + status.word().toLowerCase(Locale.UK);
                pieces.add(new Piece(status, x, Math.max(width - 2, 1), words));
            }
        }
        return new Bar(p.no(), p.title(), p.actions(), pieces);
    }
}
