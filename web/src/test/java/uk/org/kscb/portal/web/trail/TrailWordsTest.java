package uk.org.kscb.portal.web.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.security.Door;

class TrailWordsTest {

    @Test
    void whatever_a_front_door_tells_the_trail_has_words() {
        List<String> told = new ClassFileImporter()
                .importPackages("uk.org.kscb.portal").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Door.class))
                        .map((JavaMethod method) ->
                                method.getAnnotationOfType(Door.class).trail())
                        .filter(trail -> !trail.isEmpty())
                        .distinct()
                        .toList();
        assertThat(told).isNotEmpty().allMatch(TrailWords::known);
    }

    @Test
    void a_refused_reading_names_what_was_asked_for() {
        assertThat(TrailWords.of("read.read_people")).isEqualTo("Asked to see who holds which role and post");
    }

    @Test
    void a_short_name_without_words_is_shown_as_it_is() {
        assertThat(TrailWords.of("something.new")).isEqualTo("something.new");
    }
}
