package uk.org.kscb.portal.threshold;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;

/**
 * An example of a draft, as somebody wrote it.
 *
 * @param revision of the draft that the writer saw
 * @param ageFrom in years, -1 before birth
 * @param ageTo in years
 * @param themes with commas between them
 * @param procedure where the multi-agency procedures, which are kept elsewhere, say more
 */
public record WriteExample(
        int edition,
        long revision,

        @Pattern(regexp = "[A-Z]{1,3}\\d{1,4}", message = "Give it a number: a letter and figures, such as I65.")
        String id,

        int level,
        String domain,

        @Min(value = -1, message = "Ages begin before birth, written -1.")
        int ageFrom,

        @Max(value = 17, message = "Ages end at 17.") int ageTo,

        @NotBlank(message = "Name at least one theme.") @Size(max = 200, message = "Keep the themes to 200 characters.")
        String themes,

        @NotBlank(message = "Write what is seen, in a sentence.")
        @Size(max = 400, message = "Keep it to 400 characters: one thing that can be seen.")
        String statement,

        @Nullable @Size(max = 300, message = "Keep the child's words to 300 characters.")
        String childVoice,

        @Nullable @Size(max = 400, message = "Keep what to think about to 400 characters.")
        String prompt,

        @Nullable @Size(max = 300, message = "Keep the duty to 300 characters.")
        String dutyNote,

        @Nullable @Size(max = 300, message = "Keep where the procedures say more to 300 characters.")
        String procedure,

        boolean immediateAction)
        implements TrailObject.Named {

    @Override
    public String trailObject() {
        return edition + " " + id;
    }

    Indicator in(GuidanceText text, int number) {
        Optional<Indicator> before = text.indicator(id);
        return new Indicator(
                id,
                level,
                domain,
                ageFrom,
                ageTo,
                themeList(),
                statement,
                blank(childVoice),
                blank(prompt),
                blank(procedure),
                before.map(Indicator::introduced).orElse(number),
                immediateAction,
                blank(dutyNote));
    }

    private List<String> themeList() {
        return Stream.of(themes.split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
