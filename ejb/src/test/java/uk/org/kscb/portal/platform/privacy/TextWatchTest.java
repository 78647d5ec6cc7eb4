package uk.org.kscb.portal.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.platform.privacy.TextWatch.Finding;
import uk.org.kscb.portal.platform.privacy.TextWatch.Kind;

class TextWatchTest {

    @Test
    void a_title_and_a_capital_look_like_a_name() {
        assertThat(found("Mrs P agrees plans, then cancels.")).containsExactly("NAME Mrs P");
        assertThat(found("Seen by Dr Placeholder that day.")).containsExactly("NAME Dr Placeholder");
    }

    @Test
    void two_capitalised_words_look_like_a_name() {
        assertThat(found("The form says that Sam Placeholder saw it.")).containsExactly("NAME Sam Placeholder");
        assertThat(found("her brother Jo was there")).containsExactly("NAME brother Jo");
    }

    @Test
    void bodies_places_and_days_are_no_names() {
        assertThat(found("Kent Police told Children’s Services on Monday 4 April. Health Visitor in Tunbridge Wells."))
                .isEmpty();
        assertThat(found("Common Assessment Framework done. The Initial Assessment followed."))
                .isEmpty();
    }

    @Test
    void dates_of_birth_are_found_and_other_days_in_words_are_not() {
        assertThat(found("born 3 May 2009, weight falling"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("BIRTH_DATE");
        assertThat(found("dob 03/05/09")).hasSize(1);
        assertThat(found("seen 03/05/2009")).containsExactly("BIRTH_DATE 03/05/2009");
        assertThat(found("referred on 12 April 2011")).isEmpty();
    }

    @Test
    void postcodes_are_found_however_they_are_typed() {
        assertThat(found("lives at ME14 1XQ")).containsExactly("POSTCODE ME14 1XQ");
        assertThat(found("lives at ct11ab")).containsExactly("POSTCODE ct11ab");
        assertThat(found("Q14 and I38, level 3")).isEmpty();
    }

    @Test
    void phone_numbers_are_found() {
        assertThat(found("ring 01622 555 123")).containsExactly("PHONE 01622 555 123");
        assertThat(found("ring +447700900123")).hasSize(1);
        assertThat(found("in 2011 there were 14 of 20")).isEmpty();
    }

    @Test
    void ten_figures_are_an_nhs_number_when_the_check_digit_fits() {
        assertThat(found("943 476 5919")).containsExactly("NHS_NUMBER 943 476 5919");
        assertThat(found("943 476 5918")).isEmpty();
        assertThat(TextWatch.validNhsNumber("9434765919")).isTrue();
        assertThat(TextWatch.validNhsNumber("9434765910")).isFalse();
    }

    @Test
    void what_is_confirmed_is_not_held_against_the_writer() {
        assertThat(TextWatch.unconfirmed("Mrs P", Set.of(Kind.NAME))).isEmpty();
        assertThat(TextWatch.unconfirmed("Mrs P, ME14 1XQ", Set.of(Kind.NAME)))
                .extracting(Finding::kind)
                .containsExactly(Kind.POSTCODE);
    }

    @Test
    void nothing_is_found_in_nothing() {
        assertThat(TextWatch.of(null)).isEmpty();
        assertThat(TextWatch.of("  ")).isEmpty();
    }

    private static List<String> found(String text) {
        return TextWatch.of(text).stream().map(f -> f.kind() + " " + f.text()).toList();
    }

    @Test
    void posts_that_are_told_of_a_concern_are_nobodys_name() {
        for (String post : List.of(
                "Named Nurse",
                "Designated Nurse",
                "Designated Doctor",
                "Detective Sergeant",
                "Detective Inspector",
                "Consultant Paediatrician",
                "Head Teacher",
                "Duty Social Worker")) {
            assertThat(TextWatch.of(post)).as(post).isEmpty();
        }
    }
}
