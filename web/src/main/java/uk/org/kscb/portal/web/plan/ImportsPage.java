package uk.org.kscb.portal.web.plan;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ImportPreview.Summary;
import uk.org.kscb.portal.plan.ImportService;

/** Plans that came in, newest first. */
@Named
@RequestScoped
public class ImportsPage {
    @EJB
    private ImportService imports;

    private @Nullable List<Summary> history;

    public List<Summary> getHistory() {
        if (history == null) {
            history = imports.history();
        }
        return history;
    }
}
