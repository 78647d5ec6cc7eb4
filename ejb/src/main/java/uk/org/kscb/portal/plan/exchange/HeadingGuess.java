package uk.org.kscb.portal.plan.exchange;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a table's heading row and guesses from its words which column holds what. */
final class HeadingGuess {

    /** Headings as written, reduced to words. */
    private static final Map<ColumnRole, Set<String>> EXACT = Map.ofEntries(
            entry(
                    ColumnRole.REF,
                    Set.of(
                            "ref",
                            "refs",
                            "ref no",
                            "ref number",
                            "reference",
                            "no",
                            "number",
                            "item",
                            "item no",
                            "id",
                            "action no",
                            "action ref",
                            "action number",
                            "action id",
                            "action reference")),
            entry(
                    ColumnRole.ACTION,
                    Set.of(
                            "action",
                            "actions",
                            "action required",
                            "actions required",
                            "activity",
                            "activities",
                            "task",
                            "tasks",
                            "what",
                            "what we will do",
                            "what will we do",
                            "improvement action",
                            "key action",
                            "key actions",
                            "agreed action",
                            "action title",
                            "description",
                            "action to be taken",
                            "actions to be taken",
                            "improvement activity",
                            "step",
                            "steps")),
            entry(
                    ColumnRole.TIMESCALE,
                    Set.of(
                            "timescale",
                            "timescales",
                            "by when",
                            "when",
                            "when by",
                            "deadline",
                            "deadlines",
                            "due",
                            "due date",
                            "target date",
                            "completion date",
                            "date",
                            "dates",
                            "timeframe",
                            "time frame",
                            "timeline",
                            "timing",
                            "timescale raw",
                            "date due",
                            "complete by",
                            "completion")),
            entry(ColumnRole.START, Set.of("start", "start date", "from", "begins", "date from")),
            entry(ColumnRole.END, Set.of("end", "end date", "to", "finish", "finish date", "date to", "ends")),
            entry(
                    ColumnRole.LEAD,
                    Set.of(
                            "lead",
                            "leads",
                            "delivery lead",
                            "delivery leads",
                            "lead s",
                            "owner",
                            "owners",
                            "who",
                            "by whom",
                            "lead officer",
                            "lead officers",
                            "responsible",
                            "responsible officer",
                            "responsible person",
                            "person responsible",
                            "responsibility",
                            "accountable",
                            "action owner",
                            "lead posts",
                            "lead person",
                            "lead agency",
                            "accountable lead",
                            "who by",
                            "lead professional",
                            "responsible lead")),
            entry(
                    ColumnRole.MEASURE,
                    Set.of(
                            "targets measures",
                            "targets and measures",
                            "target measure",
                            "measure",
                            "measures",
                            "success measure",
                            "success measures",
                            "measure of success",
                            "measures of success",
                            "success criteria",
                            "outcome measure",
                            "outcome measures",
                            "evidence",
                            "target",
                            "targets",
                            "performance measure",
                            "performance measures",
                            "how will we know",
                            "impact",
                            "kpi",
                            "kpis",
                            "how we will know",
                            "evidence of success",
                            "evidence of impact",
                            "milestones")),
            entry(
                    ColumnRole.JOINT,
                    Set.of("joint", "joint with", "partners", "partner", "partner agencies", "agencies")),
            entry(ColumnRole.SUPPORTS, Set.of("supports", "links to", "notice ref", "recommendation ref", "tags")),
            entry(ColumnRole.STATUS, Set.of("status", "rag", "brag", "rag status", "rag rating", "progress")),
            entry(ColumnRole.PRIORITY, Set.of("priority", "theme", "priority area", "workstream", "priority no")),
            entry(
                    ColumnRole.OUTCOME,
                    Set.of("outcome", "outcomes", "objective", "objectives", "outcome ref", "aim", "desired outcome")));

    /** Words that give a longer heading away, most telling first. */
    private static final List<Map.Entry<String, ColumnRole>> TELLING = List.of(
            entry("measure", ColumnRole.MEASURE),
            entry("success", ColumnRole.MEASURE),
            entry("evidence", ColumnRole.MEASURE),
            entry("know", ColumnRole.MEASURE),
            entry("timescale", ColumnRole.TIMESCALE),
            entry("deadline", ColumnRole.TIMESCALE),
            entry("when", ColumnRole.TIMESCALE),
            entry("date", ColumnRole.TIMESCALE),
            entry("lead", ColumnRole.LEAD),
            entry("responsib", ColumnRole.LEAD),
            entry("owner", ColumnRole.LEAD),
            entry("who", ColumnRole.LEAD),
            entry("action", ColumnRole.ACTION),
            entry("task", ColumnRole.ACTION),
            entry("ref", ColumnRole.REF));

    private static final Set<ColumnRole> CORE =
            Set.of(ColumnRole.REF, ColumnRole.TIMESCALE, ColumnRole.END, ColumnRole.LEAD, ColumnRole.MEASURE);
    private static final int LONGEST_HEADING = 60;
    private static final int ROWS_SEARCHED = 30;

    /** @param row the heading row's place in the table, counted from 0 */
    record Found(int row, ColumnMapping mapping, List<String> headings) {}

    private HeadingGuess() {}

    static Optional<Found> find(SourceBlock.Table table) {
        for (int i = 0; i < Math.min(ROWS_SEARCHED, table.rows().size()); i++) {
            ColumnMapping mapping = guess(table.rows().get(i));
            if (mapping != null) {
                return Optional.of(new Found(i, mapping, headings(table.rows().get(i))));
            }
        }
        return Optional.empty();
    }

    static List<String> headings(SourceBlock.Row row) {
        return row.cells().stream().map(c -> CellText.oneLine(c.text())).toList();
    }

    /** The mapping that a row gives as a heading row; null where it does not look like one. */
    static @Nullable ColumnMapping guess(SourceBlock.Row row) {
        Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
        List<Integer> unsure = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String words = words(row.text(i));
            ColumnRole role = exact(words);
            if (role != null) {
                columns.putIfAbsent(role, i);
            } else if (!words.isEmpty() && words.length() <= LONGEST_HEADING) {
                unsure.add(i);
            }
        }
        int certain = columns.size();
        for (int i : unsure) {
            String words = words(row.text(i));
            TELLING.stream()
                    .filter(e -> words.contains(e.getKey()) && !columns.containsKey(e.getValue()))
                    .findFirst()
                    .ifPresent(e -> columns.put(e.getValue(), i));
        }
        long core = columns.keySet().stream().filter(CORE::contains).count();
        boolean plan = columns.containsKey(ColumnRole.ACTION) && core >= 2 && (certain >= 2 || core >= 3);
        return plan ? new ColumnMapping(columns) : null;
    }

    private static @Nullable ColumnRole exact(String words) {
        return EXACT.entrySet().stream()
                .filter(e -> e.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String words(String heading) {
        return heading.toLowerCase(Locale.UK)
                .replace("#", " no ")
                .replaceAll("[^a-z]+", " ")
                .strip();
    }
}
