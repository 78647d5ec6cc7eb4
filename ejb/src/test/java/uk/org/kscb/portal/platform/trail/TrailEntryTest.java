package uk.org.kscb.portal.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrailEntryTest {
    private static final String BEGINNING = "0".repeat(64);

    private final TrailEntry first = entry(0, BEGINNING, "police", "2.2.4");
    private final TrailEntry second = entry(1, first.hash(), "health", "2.4.7");

    @Test
    void an_entry_fits_the_one_before() {
        assertThat(first.follows(0, BEGINNING)).isTrue();
        assertThat(second.follows(1, first.hash())).isTrue();
    }

    @Test
    void a_changed_entry_no_longer_fits() {
        TrailEntry bent = new TrailEntry(
                second.number(),
                second.at(),
                "kcc",
                second.agency(),
                second.what(),
                second.object(),
                second.result(),
                second.beforeHash(),
                second.hash());
        assertThat(bent.follows(1, first.hash())).isFalse();
    }

    @Test
    void a_missing_entry_is_noticed() {
        assertThat(second.follows(0, BEGINNING)).isFalse();
    }

    @Test
    void no_text_can_pretend_to_be_the_next_field() {
        assertThat(entry(0, BEGINNING, "a|1:b", "c").hash())
                .isNotEqualTo(entry(0, BEGINNING, "a", "b|1:c").hash());
    }

    private static TrailEntry entry(long after, String hash, String who, String object) {
        return TrailEntry.following(
                after, hash, Instant.parse("2011-06-15T09:00:00Z"), who, "POLICE", "plan.export", object, "done");
    }
}
