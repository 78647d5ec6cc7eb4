package uk.org.kscb.portal.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.web.api.Problem.FieldError;

class AddressTest {

    @Test
    void nothing_asked_for_is_everything() {
        ActionFilter filter = Address.filter(new MultivaluedHashMap<>());
        assertThat(filter.show()).isEqualTo(Show.ALL);
        assertThat(filter.page()).isOne();
        assertThat(filter.asAt()).isNull();
    }

    @Test
    void the_same_words_as_in_the_pages_address_are_read() {
        ActionFilter filter = Address.filter(query("status", "late,at-risk", "asAt", "2011-06-30", "size", "900"));
        assertThat(filter.statuses()).containsExactlyInAnyOrder(DeliveryStatus.LATE, DeliveryStatus.AT_RISK);
        assertThat(filter.asAt()).isEqualTo(LocalDate.of(2011, 6, 30));
        assertThat(filter.size()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "status, late;lat",
        "show, theirs",
        "due, tomorrow",
        "sort, colour",
        "priority, one",
        "page, 0",
        "page, 99999999",
        "size, -5",
        "asAt, 31 June 2011"
    })
    void a_slip_is_named_and_not_passed_over(String name, String value) {
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> Address.filter(query(name, value.replace(';', ','))));
        assertThat(thrown.problem().status()).isEqualTo(400);
        assertThat(thrown.problem().errors()).extracting(FieldError::field).containsExactly(name);
    }

    @Test
    void a_file_name_loses_its_folders() {
        assertThat(UploadedFile.tidied("../../etc/passwd")).isEqualTo("passwd");
        assertThat(UploadedFile.tidied("C:\\plans\\plan\u0000.docx")).isEqualTo("plan.docx");
        assertThat(UploadedFile.tidied("/")).isEqualTo("plan");
        assertThat(UploadedFile.tidied("x".repeat(500) + ".docx")).hasSize(200).endsWith(".docx");
    }

    private static MultivaluedHashMap<String, String> query(String... namesAndValues) {
        MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }
}
