package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview;
import uk.org.kscb.portal.plan.ImportPreview.State;
import uk.org.kscb.portal.plan.ImportService;
import uk.org.kscb.portal.plan.Oddity;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** One file: what was read from it, what it would change, and the decision. */
@Named
@RequestScoped
public class ImportPage {
    private static final String COLUMN = "column.";

    /** Stands for an action where titles, outcomes and reference texts change. */
    private static final String AROUND = "plan";

    @EJB
    private ImportService imports;

    @Inject
    private Notices notices;

    private @Nullable ImportPreview preview;

    public ImportPreview getPreview() {
        if (preview == null) {
            preview = imports.preview(getId());
        }
        return preview;
    }

    public String getId() {
        return Sent.text("id");
    }

    public boolean isWaiting() {
        return getPreview().state() == State.PREVIEW;
    }

    public List<OddityGroup> getOddities() {
        return OddityGroup.of(getPreview().oddities());
    }

    /** What a heading was taken for, for the form that corrects it. */
    public record Column(String role, String label, List<Heading> headings) {}

    public record Heading(int index, String words, boolean chosen) {}

    public List<Column> getColumns() {
        return columns(getPreview());
    }

    static List<Column> columns(ImportPreview preview) {
        List<Column> columns = new ArrayList<>();
        Roles.LABELS.forEach((role, label) -> {
            Integer chosen = preview.mapping().get(role);
            List<Heading> headings = new ArrayList<>();
            headings.add(new Heading(-1, "Not in this file", chosen == null || chosen < 0));
            for (int i = 0; i < preview.headings().size(); i++) {
                String heading = preview.headings().get(i);
                headings.add(new Heading(
                        i, heading.isBlank() ? "Column " + (i + 1) : heading, chosen != null && chosen == i));
            }
            columns.add(new Column(role, label, headings));
        });
        return columns;
    }

    public void remap() {
        Map<String, Integer> mapping = new HashMap<>();
        Sent.everything().forEach((name, value) -> {
            if (name.startsWith(COLUMN) && value.matches("\\d{1,3}")) {
                mapping.put(name.substring(COLUMN.length()), Integer.valueOf(value));
            }
        });
        if (Doors.passed(() -> imports.remap(getId(), mapping))) {
            notices.done("Read again", "The preview now follows the columns that you chose.");
            Doors.goTo(here());
        }
    }

    public void confirm() {
        if (Doors.passed(() -> imports.confirm(getId()))) {
            notices.done("The plan is changed", "You can undo it once, as long as no other import follows.");
            Doors.goTo(here());
        }
    }

    public void cancel() {
        if (Doors.passed(() -> imports.cancel(getId()))) {
            notices.done("Cancelled", "The plan is as it was.");
            Doors.goTo("/plan/imports");
        }
    }

    public void undo() {
        if (Doors.passed(() -> imports.undo(getId()))) {
            notices.done("Undone", "The plan is as it was before this import. No progress update was lost.");
            Doors.goTo(here());
        }
    }

    private String here() {
        return "/plan/imports/" + Words.url(getId());
    }

    /** "Adds 129 actions, changes 0, removes 0": what confirming does. */
    public String getEffect() {
        return effect(getPreview());
    }

    static String effect(ImportPreview p) {
        if (p.columnsUnknown()) {
            return "The file has a table, but its headings are not known here. Say which column is which;"
                    + " nothing has been read yet.";
        }
        ImportPreview.Changes c = p.changes();
        if (c.none()) {
            return "The plan already says all this: confirming changes nothing.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, "adds", c.added().size());
        long around = c.changed().stream()
                .filter(change -> change.ref().equals(AROUND))
                .count();
        add(parts, "changes", c.changed().size() - around);
        add(parts, "removes", c.removed().size());
        if (around > 0) {
            parts.add("changes what stands around the actions");
        }
        long updates =
                c.removed().stream().mapToLong(ImportPreview.Change::updates).sum();
        String sentence = parts.stream().collect(Collectors.joining(", ", "Confirming ", "."));
        return updates == 0
                ? sentence + " No progress update is lost."
                : sentence + " " + Words.capital(Words.inWords(updates, "update"))
                        + " on removed actions stay in the record and come back with an undo.";
    }

    private static void add(List<String> parts, String verb, long number) {
        if (number > 0) {
            parts.add(verb + " " + Words.inWords(number, "action"));
        }
    }

    /** Oddities of one kind under one heading; what needs a decision stands first. */
    public record OddityGroup(String id, String title, String meaning, boolean urgent, List<Oddity> oddities) {
        static List<OddityGroup> of(List<Oddity> all) {
            Map<Oddity.Kind, List<Oddity>> byKind =
                    all.stream().collect(Collectors.groupingBy(Oddity::kind, TreeMap::new, Collectors.toList()));
            return byKind.entrySet().stream()
                    .map(e -> new OddityGroup(
                            Words.slug(e.getKey()),
                            Roles.title(e.getKey()),
                            Roles.meaning(e.getKey()),
                            e.getKey() == Oddity.Kind.IMPOSSIBLE_DATE,
                            e.getValue()))
                    .toList();
        }
    }
}
