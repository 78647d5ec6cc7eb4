package uk.org.kscb.portal.web.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.vignette.ExerciseResults;
import uk.org.kscb.portal.vignette.ExerciseState;
import uk.org.kscb.portal.vignette.ExerciseView;

/** The shape of vignette exercises in the API; nobody's answer with a name. */
final class VignetteJson {
    private VignetteJson() {}

    public record Exercise(
            String id,
            String title,
            String state,
            LocalDate opens,
            LocalDate closes,
            @Nullable String edition,
            @Nullable String repeats,
            List<Vignette> cases) {
        static Exercise of(ExerciseView e) {
            return new Exercise(
                    e.id(),
                    e.title(),
                    Slug.of(e.state()),
                    e.opens(),
                    e.closes(),
                    e.edition(),
                    e.repeats(),
                    e.cases().stream().map(c -> Vignette.of(c, e.state())).toList());
        }
    }

    public record Vignette(
            String code,
            String words,
            List<String> indicators,
            @Nullable Integer myLevel,
            @Nullable String myWhy,
            @Nullable Integer panelLevel) {
        /** The examples of the guidance that a case belongs to would tell its level while people still judge. */
        static Vignette of(ExerciseView.CaseView c, ExerciseState state) {
            return new Vignette(
                    c.code(),
                    c.words(),
                    state == ExerciseState.CLOSED ? c.indicators() : List.of(),
                    c.myLevel(),
                    c.myWhy(),
                    c.panelLevel());
        }
    }

    public record Results(
            String id,
            int people,
            int agencies,
            @Nullable Double agreement,
            @Nullable Double fleissKappa,
            @Nullable Double krippendorffAlpha,
            List<CaseResult> cases,
            @Nullable Earlier earlier) {
        static Results of(ExerciseResults r) {
            return new Results(
                    r.exercise().id(),
                    r.people(),
                    r.agencies(),
                    value(r.agreement()),
                    value(r.fleiss().value()),
                    value(r.alpha().value()),
                    r.cases().stream().map(CaseResult::of).toList(),
                    r.earlier().map(Earlier::of).orElse(null));
        }
    }

    /** The same cases in the exercise before the rewording. */
    public record Earlier(
            String id,
            @Nullable Double agreement,
            @Nullable Double fleissKappa,
            @Nullable Double krippendorffAlpha) {
        static Earlier of(ExerciseResults.Earlier e) {
            return new Earlier(
                    e.id(),
                    value(e.agreement()),
                    value(e.fleiss().value()),
                    value(e.alpha().value()));
        }
    }

    /** @param counts answers for levels 1 to 4, null where one is kept back; null where all are */
    public record CaseResult(
            String code,
            int answers,
            @Nullable List<@Nullable Integer> counts,
            @Nullable Double agreement,
            @Nullable Double before,
            @Nullable Integer panelLevel,
            List<AgencyShare> agencies) {
        static CaseResult of(ExerciseResults.CaseResult c) {
            return new CaseResult(
                    c.code(),
                    c.answers(),
                    levels(c),
                    value(c.agreement()),
                    value(c.before()),
                    c.panelLevel(),
                    c.byAgency().stream().map(AgencyShare::of).toList());
        }
    }

    /**
     * @param usual how many chose the usual level; null where it is kept back
     * @param levels how many chose levels 1 to 4, null where one is kept back; empty where all are
     */
    public record AgencyShare(String agency, ReferralJson.@Nullable Fraction usual, List<@Nullable Long> levels) {
        static AgencyShare of(ExerciseResults.AgencyCell a) {
            return new AgencyShare(
                    a.code(),
                    a.share()
                            .map(s -> new ReferralJson.Fraction(s.count(), s.of()))
                            .orElse(null),
                    spread(a));
        }
    }

    private static @Nullable List<@Nullable Integer> levels(ExerciseResults.CaseResult result) {
        if (result.counts().isEmpty()) {
            return null;
        }
        List<@Nullable Integer> levels = new ArrayList<>();
        result.counts().forEach(count -> levels.add(count.orElse(null)));
        return levels;
    }

    private static List<@Nullable Long> spread(ExerciseResults.AgencyCell cell) {
        List<@Nullable Long> levels = new ArrayList<>();
        cell.levels().forEach(count -> levels.add(count.orElse(null)));
        return levels;
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
