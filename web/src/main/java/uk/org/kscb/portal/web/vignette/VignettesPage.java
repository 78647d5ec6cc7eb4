package uk.org.kscb.portal.web.vignette;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.vignette.ExerciseView;
import uk.org.kscb.portal.vignette.VignetteService;
import uk.org.kscb.portal.vignette.VignetteService.SetExercise;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Words;

/** All exercises; the KSCB manager sets a new one here. */
@Named
@RequestScoped
public class VignettesPage {
    @EJB
    private VignetteService vignettes;

    @Inject
    private Notices notices;

    private @Nullable List<ExerciseView> list;
    private @Nullable String title;
    private @Nullable String opens;
    private @Nullable String closes;

    public List<ExerciseView> getList() {
        if (list == null) {
            list = vignettes.list();
        }
        return list;
    }

    public boolean isMaySet() {
        return CurrentViewer.require().may(Permission.MANAGE_VIGNETTES);
    }

    public boolean isMayAnswer() {
        return CurrentViewer.require().may(Permission.ANSWER_VIGNETTES);
    }

    @SuppressWarnings("NullAway") // what is no day is answered by the record's own validation
    public void set() {
        ExerciseView[] made = new ExerciseView[1];
        if (Doors.passed(() -> made[0] = vignettes.set(
                new SetExercise(Objects.requireNonNullElse(title, ""), Days.read(opens), Days.read(closes)), true))) {
            notices.done("Exercise set", "It starts with six cases. Add your own until somebody has answered.");
            Doors.goTo("/vignettes/" + Words.url(made[0].id()));
        }
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getOpens() {
        return opens;
    }

    public void setOpens(@Nullable String opens) {
        this.opens = opens;
    }

    public @Nullable String getCloses() {
        return closes;
    }

    public void setCloses(@Nullable String closes) {
        this.closes = closes;
    }
}
