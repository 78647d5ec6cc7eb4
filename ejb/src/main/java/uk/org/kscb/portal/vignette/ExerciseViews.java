package uk.org.kscb.portal.vignette;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.org.kscb.portal.vignette.ExerciseView.CaseView;
import uk.org.kscb.portal.vignette.model.Case;
import uk.org.kscb.portal.vignette.model.Exercise;
import uk.org.kscb.portal.vignette.store.VignetteStore.Own;

/** An exercise with one person's own answers. */
final class ExerciseViews {
    private ExerciseViews() {}

    static ExerciseView of(Exercise e, Map<Long, Own> own, LocalDate today) {
        List<CaseView> cases = e.cases().stream().map(c -> view(c, own)).toList();
        return new ExerciseView(
                e.publicId(),
                e.title(),
                e.state(today),
                e.opensOn(),
                e.closesOn(),
                e.editionLabel().orElse(null),
                e.repeats().map(Exercise::publicId).orElse(null),
                cases.size(),
                (int) cases.stream().filter(c -> c.myLevel() != null).count(),
                cases);
    }

    private static CaseView view(Case c, Map<Long, Own> own) {
        Own mine = own.get(c.id());
        return new CaseView(
                c.code(),
                c.words(),
                c.indicators(),
                mine == null ? null : mine.level(),
                mine == null ? null : mine.why(),
                c.panelLevel().orElse(null));
    }
}
