package uk.org.kscb.portal.plan;

import jakarta.ejb.Stateless;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;

/** What the plan's actions look like to the viewer's agency. */
@Stateless
public class ActionService {

    @Door(Permission.READ_PLAN)
    public ActionList list(ActionFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** @throws uk.org.kscb.portal.platform.security.NotVisible when there is no such action on that day */
    @Door(Permission.READ_PLAN)
    public ActionDetail action(String ref, @Nullable LocalDate asAt) {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.READ_PLAN)
    public HomeView home() {
        throw new UnsupportedOperationException();
    }

    @Door(Permission.READ_PLAN)
    public PlanPicture picture(@Nullable LocalDate asAt) {
        throw new UnsupportedOperationException();
    }

    /** The whole plan as a document, in the portal's own JSON shape. */
    @Door(value = Permission.READ_PLAN, trail = "plan.export")
    public PlanDocument document() {
        throw new UnsupportedOperationException();
    }

    /** The same document written as the portal's own JSON, which imports back unchanged. */
    @Door(value = Permission.READ_PLAN, trail = "plan.export")
    public JsonObject documentJson() {
        throw new UnsupportedOperationException();
    }
}
