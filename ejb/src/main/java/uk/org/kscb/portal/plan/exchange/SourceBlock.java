package uk.org.kscb.portal.plan.exchange;

import java.util.List;

/** A piece of a file, whatever its format: running text or a table. */
sealed interface SourceBlock {

    /** @param heading set as a heading, not as body text */
    record Paragraph(String place, String text, boolean heading) implements SourceBlock {}

    /** @param name as a person would call it: "table 3", "sheet Plan" */
    record Table(String name, List<Row> rows) implements SourceBlock {

        int width() {
            return rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
        }
    }

    /** @param place where it stands, as a person counts: "table 3, row 7" */
    record Row(String place, List<Cell> cells) {

        /** The text of a cell; empty where there is none or where a merged cell above reaches down into it. */
        String text(int column) {
            if (column < 0 || column >= cells.size() || cells.get(column).fromAbove()) {
                return "";
            }
            return cells.get(column).text();
        }

        /** As {@link #text}, with the text of a merged cell that reaches down into this row. */
        String spannedText(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column).text();
        }

        boolean blank() {
            return cells.stream().allMatch(c -> c.fromAbove() || c.text().isEmpty());
        }

        /** The only text of the row, where it has exactly one: a line across the table. */
        String soleText() {
            List<String> texts = cells.stream()
                    .filter(c -> !c.fromAbove() && !c.text().isEmpty())
                    .map(Cell::text)
                    .distinct()
                    .toList();
            return texts.size() == 1 ? texts.getFirst() : "";
        }
    }

    /** @param fromAbove part of a merged cell that begins in a row above, whose text it repeats */
    record Cell(String text, boolean fromAbove) {

        static final Cell EMPTY = new Cell("", false);

        static Cell of(String raw) {
            String clean = CellText.clean(raw);
            return clean.isEmpty() ? EMPTY : new Cell(clean, false);
        }
    }
}
