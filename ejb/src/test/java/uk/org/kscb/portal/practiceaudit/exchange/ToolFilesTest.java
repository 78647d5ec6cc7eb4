package uk.org.kscb.portal.practiceaudit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolDocument;
import uk.org.kscb.portal.practiceaudit.ToolDocument.BridgeLine;
import uk.org.kscb.portal.practiceaudit.UnreadableTool;

class ToolFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"referral-quality.json", "section-11.json"})
    void a_tool_comes_back_from_json_as_it_went(String file) {
        ToolDocument tool = starting(file);
        assertThat(ToolJson.read(ToolJson.write(tool).toString())).isEqualTo(tool);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral-quality.json", "section-11.json"})
    void a_tool_comes_back_from_a_workbook_as_it_went(String file) throws IOException {
        ToolDocument tool = starting(file);
        assertThat(fromSheet(tool)).isEqualTo(tool);
    }

    @Test
    void the_bridge_travels_too() throws IOException {
        ToolDocument plain = starting("section-11.json");
        ToolDocument tool = new ToolDocument(
                plain.name(),
                plain.kind(),
                plain.note(),
                plain.questions(),
                List.of(new BridgeLine("S1.1", "S1.1", null), new BridgeLine("S9", "S10", "Only the overall part")));
        assertThat(fromSheet(tool)).isEqualTo(tool);
        assertThat(ToolJson.read(ToolJson.write(tool).toString())).isEqualTo(tool);
    }

    @Test
    void an_agencys_own_words_travel_and_stay_the_same_question() throws IOException {
        ToolDocument tool = ToolJson.read("{\"name\":\"X\",\"kind\":\"thematic\",\"questions\":[{\"ref\":\"Q1\","
                + "\"section\":\"A\",\"sectionTitle\":\"A\",\"text\":\"Is the file complete?\",\"answer\":\"yes-no\","
                + "\"who\":\"both\",\"wordings\":[{\"agency\":\"POLICE\",\"text\":\"Is the form 78 complete?\","
                + "\"evidence\":\"Form 78\"},{\"agency\":\"HEALTH\",\"text\":\"Is the record complete?\"}]}]}");
        assertThat(fromSheet(tool)).isEqualTo(tool);
        assertThat(ToolJson.read(ToolJson.write(tool).toString())).isEqualTo(tool);
        Question asked = tool.questions().getFirst();
        assertThat(asked.inTheWordsOf("POLICE").text()).isEqualTo("Is the form 78 complete?");
        assertThat(asked.inTheWordsOf("POLICE").ref()).isEqualTo("Q1");
        assertThat(asked.inTheWordsOf("HEALTH").evidence()).isNull();
        assertThat(asked.inTheWordsOf("SCHOOLS")).isSameAs(asked);
    }

    @Test
    void what_is_no_tool_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> ToolJson.read("[]")).isInstanceOf(UnreadableTool.class);
        assertThatThrownBy(() -> ToolJson.read("{\"name\":\"X\"}"))
                .isInstanceOf(UnreadableTool.class)
                .hasMessageContaining("no “kind”");
        assertThatThrownBy(() -> ToolJson.read("{\"name\":\"X\",\"kind\":\"thematic\",\"questions\":\"none\"}"))
                .isInstanceOf(UnreadableTool.class);
        assertThatThrownBy(
                        () -> ToolJson.read(
                                "{\"name\":\"X\",\"kind\":\"thematic\",\"questions\":[{\"ref\":\"Q1\","
                                        + "\"section\":\"A\",\"sectionTitle\":\"A\",\"text\":\"?\",\"answer\":\"maybe\",\"who\":\"both\"}]}"))
                .isInstanceOf(UnreadableTool.class)
                .hasMessageContaining("“maybe” is no “answer”", "yes-no");
        assertThatThrownBy(
                        () -> ToolSheet.read(new ByteArrayInputStream("no workbook".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(UnreadableTool.class)
                .hasMessageContaining("not an Excel workbook");
    }

    private static ToolDocument fromSheet(ToolDocument tool) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ToolSheet.write(tool, out);
        return ToolSheet.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static ToolDocument starting(String file) {
        InputStream in = Objects.requireNonNull(ToolDocument.class.getResourceAsStream("tools/" + file), file);
        return ToolJson.read(in);
    }
}
