package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The measures in a cell.
 *
 * @param measures one a list item or line
 * @param linksOnly lines that are nothing but a pointer to other actions: no measures
 */
record MeasureCell(List<String> measures, List<String> linksOnly) {

    private static final Pattern POINTER = Pattern.compile(
            "^\\(?\\s*(?:link(?:s|ed)?|cross[- ]ref(?:erence[sd]?)?|see(?: also)?)\\b(?:\\s+(?:to|with|also))?"
                    + "[\\s\\d.,&)]*(?:and[\\s\\d.)]*)*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})[.)])\\s+(?=\\p{Lu})");
    private static final Pattern UNFINISHED = Pattern.compile("(?:[,:;–-]|\\b(?:and|or|of|the|to|for|in|with|by))$");

    static MeasureCell of(String cell) {
        String text = cell.contains("\n") ? cell : cell.replace(" | ", "\n");
        List<String> measures = new ArrayList<>();
        List<String> linksOnly = new ArrayList<>();
        for (CellText.Line line : CellText.lines(text)) {
            String item = NUMBERED.matcher(line.text()).replaceFirst("");
            if (item.isEmpty()) {
                continue;
            }
            if (POINTER.matcher(item).matches()) {
                linksOnly.add(item);
            } else if (!line.bullet() && continues(measures, item)) {
                measures.add(measures.removeLast() + " " + item);
            } else {
                measures.add(item);
            }
        }
        return new MeasureCell(List.copyOf(measures), List.copyOf(linksOnly));
    }

    private static boolean continues(List<String> measures, String item) {
        return !measures.isEmpty()
                && (Character.isLowerCase(item.charAt(0))
                        || UNFINISHED.matcher(measures.getLast()).find());
    }
}
