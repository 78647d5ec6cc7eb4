package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview.Changes;
import uk.org.kscb.portal.plan.ImportPreview.Counts;
import uk.org.kscb.portal.plan.ImportPreview.State;
import uk.org.kscb.portal.plan.ImportPreview.Summary;
import uk.org.kscb.portal.plan.exchange.ColumnMapping;
import uk.org.kscb.portal.plan.exchange.ColumnRole;
import uk.org.kscb.portal.plan.exchange.PlanJson;
import uk.org.kscb.portal.plan.exchange.PlanReader;
import uk.org.kscb.portal.plan.exchange.PlanReading;
import uk.org.kscb.portal.plan.exchange.ReadingJson;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan;
import uk.org.kscb.portal.plan.model.PlanImport;
import uk.org.kscb.portal.plan.store.PlanStore;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.time.PortalClock;

/** Plans coming in: upload, preview, confirm or cancel, one undo. */
@Stateless
public class ImportService {
    private static final int MOST_LISTED = 50;

    @Inject
    private PlanStore store;

    @Inject
    private PlanAssembly assembly;

    @Inject
    private PlanApplication application;

    @Inject
    private PortalClock clock;

    /**
     * Reads a file and keeps the preview; the plan is unchanged.
     *
     * @throws UnreadableFile when the file cannot be read; nothing is stored
     */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.upload")
    public ImportPreview upload(@TrailObject String fileName, Path content) {
        PlanReading reading = read(fileName, content, null);
        String name = fileName.isBlank() ? "plan" : fileName.substring(Math.max(0, fileName.length() - 255));
        PlanImport brought =
                new PlanImport(name, bytes(content), CurrentViewer.require().userName(), clock.now());
        keep(brought, reading);
        store.add(brought);
        store.flush();
        return preview(brought);
    }

    /** Reads the same file again with the columns that the user says: role to column index from 0. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.map")
    public ImportPreview remap(@TrailObject String id, Map<String, Integer> mapping) {
        PlanImport brought = store.requireImport(id);
        Map<ColumnRole, Integer> columns = new LinkedHashMap<>();
        mapping.forEach((code, column) -> columns.put(
                ColumnRole.ofCode(code)
                        .orElseThrow(() -> new Refusal("mapping", "There is no column kind " + code + ".")),
                column));
        keep(brought, withFile(brought, file -> read(brought.fileName(), file, new ColumnMapping(columns))));
        return preview(brought);
    }

    @Door(Permission.IMPORT_PLAN)
    public ImportPreview preview(String id) {
        return preview(store.requireImport(id));
    }

    /** Puts it into the plan. Refused when the plan has changed since the preview was last looked at. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.confirm")
    public ImportPreview confirm(@TrailObject String id) {
        long version = store.lockWordingVersion();
        PlanImport brought = store.requireImport(id);
        PlanDocument current = assembly.current();
        PlanDocument plan = PlanApplication.completed(planOf(brought), current);
        Changes changes = PlanChanges.between(current, plan, Map.of());
        brought.confirm(version, outcome(changes), CurrentViewer.require().userName(), clock.now());
        if (!changes.none()) {
            application.apply(brought, plan);
        }
        store.flush();
        return described(brought, planOf(brought), changes);
    }

    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.cancel")
    public ImportPreview cancel(@TrailObject String id) {
        PlanImport brought = store.requireImport(id);
        brought.cancel(CurrentViewer.require().userName(), clock.now());
        // the document is loaded when it is asked for, and with it everything else as the database has it
        store.flush();
        return preview(brought);
    }

    /** Takes the newest confirmed import back. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.undo")
    public ImportPreview undo(@TrailObject String id) {
        store.lockWordingVersion();
        PlanImport brought = store.requireImport(id);
        brought.undo(store.isNewestInPlan(brought), CurrentViewer.require().userName(), clock.now());
        application.undo(brought);
        store.flush();
        return preview(brought);
    }

    /** Newest first, at most 50. */
    @Door(Permission.IMPORT_PLAN)
    public List<Summary> history() {
        return store.imports(MOST_LISTED).stream().map(PlanImport::summary).toList();
    }

    /** The plan of a preview in the portal's own JSON shape. */
    @Door(Permission.IMPORT_PLAN)
    public JsonObject planJson(ImportPreview preview) {
        return PlanJson.toJson(preview.plan());
    }

    private void keep(PlanImport brought, PlanReading reading) {
        brought.read(
                reading.format().extension(),
                reading.columnsUnknown() ? "" : PlanJson.toJson(reading.plan()).toString(),
                ReadingJson.write(reading),
                store.wordingVersion());
    }

    /** Compared with the plan as it is now, so that the reader decides on the truth. */
    private ImportPreview preview(PlanImport brought) {
        PlanDocument read = planOf(brought);
        if (brought.columnsUnknown()) {
            return described(brought, read, new Changes(List.of(), List.of(), List.of()));
        }
        PlanDocument current = assembly.current();
        Changes changes = PlanChanges.between(current, PlanApplication.completed(read, current), store.updatesByRef());
        brought.compared(store.wordingVersion());
        return described(brought, read, changes);
    }

    private ImportPreview described(PlanImport brought, PlanDocument read, Changes changes) {
        ReadingJson how = ReadingJson.read(brought.reading());
        Map<String, Integer> mapping = new LinkedHashMap<>();
        how.mapping().columns().forEach((role, column) -> mapping.put(role.code(), column));
        boolean confirmed = brought.state() == State.CONFIRMED;
        return new ImportPreview(
                brought.publicId(),
                brought.fileName(),
                brought.format(),
                brought.state(),
                brought.uploadedAt(),
                brought.uploadedBy(),
                read,
                changes,
                how.oddities(),
                how.headings(),
                mapping,
                brought.columnsUnknown(),
                counts(read),
                brought.state() == State.PREVIEW && !changes.none(),
                confirmed && store.isNewestInPlan(brought));
    }

    private static Counts counts(PlanDocument plan) {
        List<PlanDocument.Action> actions = plan.actions().toList();
        return new Counts(
                plan.priorities().size(),
                (int) plan.outcomes().count(),
                actions.size(),
                actions.stream().mapToInt(a -> a.milestones().size()).sum(),
                actions.stream()
                        .flatMap(a -> a.milestones().stream())
                        .mapToInt(m -> m.measures().size())
                        .sum(),
                (int) actions.stream().filter(a -> !a.jointWith().isEmpty()).count());
    }

    private static String outcome(Changes changes) {
        return "%d added, %d changed, %d removed"
                .formatted(
                        changes.added().size(),
                        changes.changed().size(),
                        changes.removed().size());
    }

    private static PlanDocument planOf(PlanImport brought) {
        if (brought.columnsUnknown()) {
            return new PlanDocument(JsonValue.EMPTY_JSON_OBJECT, List.of());
        }
        try (var reader = Json.createReader(new StringReader(brought.document()))) {
            return PlanJson.fromJson(reader.readObject());
        }
    }

    private static PlanReading read(String fileName, Path content, @Nullable ColumnMapping mapping) {
        try {
            return new PlanReader().read(fileName, content, mapping);
        } catch (UnreadablePlan unreadable) {
            throw new UnreadableFile(
                    unreadable.reason().name(), String.valueOf(unreadable.getMessage()), unreadable.headings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path content) {
        try {
            return Files.readAllBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanReading withFile(PlanImport brought, java.util.function.Function<Path, PlanReading> work) {
        try {
            Path file = Files.createTempFile("plan-import", ".tmp");
            try {
                Files.write(file, brought.source());
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
