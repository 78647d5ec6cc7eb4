package uk.org.kscb.portal.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** The pages of a list as links: first, last and those around the one shown. */
public record Pager(String words, int pages, List<Step> steps) {

    /** @param gap stands for pages left out */
    public record Step(String label, String href, boolean here, boolean gap) {}

    /** @param address the address of a page by its number, from 1 */
    public static Pager of(long total, int page, int size, IntFunction<String> address) {
        int pages = (int) Math.max(1, (total + size - 1) / size);
        long first = total == 0 ? 0 : (long) (page - 1) * size + 1;
        String words = String.format(Locale.UK, "%,d to %,d of %,d", first, Math.min(total, (long) page * size), total);
        List<Step> steps = new ArrayList<>();
        int before = 0;
        for (int n = 1; n <= pages; n++) {
            if (n != 1 && n != pages && Math.abs(n - page) > 2) {
                continue;
            }
            if (n > before + 1) {
                steps.add(new Step("", "", false, true));
            }
            steps.add(new Step(String.valueOf(n), address.apply(n), n == page, false));
            before = n;
        }
        return new Pager(words, pages, List.copyOf(steps));
    }
}
