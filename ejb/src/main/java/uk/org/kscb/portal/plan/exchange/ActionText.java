package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action's text taken apart.
 *
 * @param tags the reference tags that end it
 */
record ActionText(
        String text,
        List<String> bullets,
        String tags,
        @Nullable JointMarker marker) {

    static ActionText of(String cell) {
        JointMarker.InCell split = JointMarker.inText(cell);
        StringBuilder text = new StringBuilder();
        StringBuilder tags = new StringBuilder();
        List<String> bullets = new ArrayList<>();
        for (CellText.Line line : CellText.lines(split.rest())) {
            String words = new ReferenceTags().takeTrailing(line.text());
            tags.append(line.text(), words.length(), line.text().length()).append(' ');
            if (words.isEmpty()) {
                continue;
            }
            if (line.bullet()) {
                bullets.add(words);
            } else {
                text.append(text.isEmpty() ? "" : " ").append(words);
            }
        }
        return new ActionText(text.toString(), List.copyOf(bullets), tags.toString(), split.marker());
    }
}
