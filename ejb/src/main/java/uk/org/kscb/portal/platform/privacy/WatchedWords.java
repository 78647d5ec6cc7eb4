package uk.org.kscb.portal.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.privacy.TextWatch.Finding;
import uk.org.kscb.portal.platform.privacy.TextWatch.Kind;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.trail.Trail;

/**
 * For words that many will read, such as findings and reports: a child's numbers are refused; what looks like a name or a
 * date of birth is mended, or its writer says word for word that it is none, which the trail keeps (not the words).
 */
@ApplicationScoped
public class WatchedWords {
    private static final Set<Kind> CLEARABLE = Set.of(Kind.NAME, Kind.BIRTH_DATE);

    @Inject
    private Trail trail;

    /** What was typed in one field of a form. */
    public record Typed(String field, @Nullable String text) {}

    /**
     * @param object what the words belong to, for the trail
     * @param cleared what looks like a name or a date and is none, as {@link Finding#text}
     * @throws Refusal for a child's number
     * @throws MendOrClear for whatever else is left
     */
    public void check(String object, Set<String> cleared, Typed... words) {
        for (Typed typed : words) {
            TextWatch.refuseNumbers(typed.field(), typed.text());
        }
        for (Typed typed : words) {
            found(typed).filter(f -> !cleared.contains(f.text())).findFirst().ifPresent(f -> {
                throw new MendOrClear(typed.field(), f, open(cleared, words));
            });
        }
        String kinds = Stream.of(words)
                .flatMap(WatchedWords::found)
                .map(f -> f.kind().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        if (!kinds.isEmpty()) {
            trail.done(CurrentViewer.require(), "text.confirm", object + " " + kinds);
        }
    }

    private static Stream<Finding> found(Typed typed) {
        return TextWatch.of(typed.text()).stream().filter(f -> CLEARABLE.contains(f.kind()));
    }

    private static List<Held> open(Set<String> cleared, Typed... words) {
        return Stream.of(words)
                .flatMap(WatchedWords::found)
                .filter(f -> !cleared.contains(f.text()))
                .map(f -> new Held(f.text(), f.kind().words()))
                .distinct()
                .toList();
    }

    /** @param words what it looks like: "a name" */
    public record Held(String text, String words) implements java.io.Serializable {}

    /** Nothing was kept: the words are mended, or said to be none. */
    public static class MendOrClear extends Refusal {
        private static final long serialVersionUID = 1L;
        private final List<Held> held;

        MendOrClear(String field, Finding first, List<Held> held) {
            super(field, first.sentence());
            this.held = List.copyOf(held);
        }

        /** All that is left to mend or to clear, in every field. */
        public List<Held> held() {
            return held;
        }
    }
}
