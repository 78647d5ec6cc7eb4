package uk.org.kscb.portal.practiceaudit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Consider a new form",
                "We will consider a new form",
                "Raise awareness of thresholds",
                "Staff briefings to raise awareness",
                "Continue to audit",
                "continue"
            })
    void words_that_promise_nothing_are_refused(String text) {
        assertThatThrownBy(() -> Smart.check(text, null, "", null)).isInstanceOf(Smart.VagueAction.class);
    }

    @Test
    void with_a_measure_they_may_stand() {
        assertThatCode(() -> Smart.check("Raise awareness of thresholds", "staff who passed the test", "40%", "90%"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_measure_needs_its_start_and_its_target() {
        assertThatThrownBy(() -> Smart.check("Write to every referrer", "letters sent", "", "100%"))
                .isInstanceOf(Smart.HalfAMeasure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to referrers and publish the form",
                "Train staff; test them",
                "Agree a form and then send it"
            })
    void two_things_are_two_actions(String text) {
        assertThatThrownBy(() -> Smart.check(text, null, null, null)).isInstanceOf(Smart.TwoActionsInOne.class);
    }

    @Test
    void one_thing_with_two_objects_is_one_action() {
        assertThatCode(() -> Smart.check("Put ethnicity, language and disability on page one", null, null, null))
                .doesNotThrowAnyException();
    }
}
