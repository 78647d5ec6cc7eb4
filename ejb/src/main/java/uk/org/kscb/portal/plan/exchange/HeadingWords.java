package uk.org.kscb.portal.plan.exchange;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How plans head their columns: the one place to add a heading. */
final class HeadingWords {

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
                    Set.of(
                            "outcome",
                            "outcomes",
                            "objective",
                            "objectives",
                            "outcome ref",
                            "aim",
                            "desired outcome",
                            "expected outcome",
                            "expected outcomes",
                            "intended outcome",
                            "intended outcomes")));

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

    private HeadingWords() {}

    static @Nullable ColumnRole exact(String words) {
        return EXACT.entrySet().stream()
                .filter(e -> e.getValue().contains(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** What a longer heading may mean, the likeliest first. */
    static Stream<ColumnRole> telling(String words) {
        return TELLING.stream().filter(e -> words.contains(e.getKey())).map(Map.Entry::getValue);
    }

    /** A heading reduced to its words. */
    static String of(String heading) {
        return heading.toLowerCase(Locale.UK)
                .replace("#", " no ")
                .replaceAll("[^a-z]+", " ")
                .strip();
    }
}
