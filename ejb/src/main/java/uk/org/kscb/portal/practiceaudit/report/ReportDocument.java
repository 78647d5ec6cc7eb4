package uk.org.kscb.portal.practiceaudit.report;

import java.util.List;

/**
 * A report before it is Word or PDF: headings, text and tables in their order.
 *
 * @param mark stands across every page: "Draft, version 2"
 * @param foot last line of every page: where it comes from, and as at which day
 */
public record ReportDocument(String title, String subtitle, String mark, String foot, List<Part> parts) {

    public sealed interface Part {}

    public record Heading(String words) implements Part {}

    public record Text(String words) implements Part {}

    public record Bullets(List<String> lines) implements Part {}

    /** @param caption says what the table shows; @param widths of the columns, in parts of their sum */
    public record Table(String caption, List<String> headings, List<List<String>> rows, List<Integer> widths)
            implements Part {}
}
