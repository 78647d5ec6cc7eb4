package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.plan.ImportPreview.Summary;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;

/** Plans coming in: upload, preview, confirm or cancel, one undo. */
@Stateless
public class ImportService {

    /**
     * Reads a file and keeps the preview; the plan is unchanged.
     *
     * @throws UnreadableFile when the file cannot be read; nothing is stored
     */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.upload")
    public ImportPreview upload(String fileName, Path content) {
        throw new UnsupportedOperationException();
    }

    /** Reads the same file again with the columns that the user says. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.map")
    public ImportPreview remap(String id, Map<String, Integer> mapping) {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.IMPORT_PLAN)
    public ImportPreview preview(String id) {
        throw new UnsupportedOperationException();
    }

    /** Puts it into the plan. Refused when the plan has changed since the preview. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.confirm")
    public ImportPreview confirm(String id) {
        throw new UnsupportedOperationException();
    }

    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.cancel")
    public ImportPreview cancel(String id) {
        throw new UnsupportedOperationException();
    }

    /** Takes the newest confirmed import back. */
    @Door(value = Permission.IMPORT_PLAN, trail = "plan.import.undo")
    public ImportPreview undo(String id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, at most 50. */
    @Door(Permission.IMPORT_PLAN)
    public List<Summary> history() {
        throw new UnsupportedOperationException();
    }

    /** The plan of a preview in the portal's own JSON shape. */
    @Door(Permission.IMPORT_PLAN)
    public JsonObject planJson(ImportPreview preview) {
        throw new UnsupportedOperationException();
    }
}
