package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.support.ContainerTest;
import uk.org.kscb.portal.ear.support.Removal;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolDocument;
import uk.org.kscb.portal.practiceaudit.ToolDocument.BridgeLine;
import uk.org.kscb.portal.practiceaudit.ToolService;
import uk.org.kscb.portal.practiceaudit.ToolService.Continues;
import uk.org.kscb.portal.practiceaudit.ToolService.ToolLine;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionView;

/** The bridge from one version of a tool to the next stays whole, whatever is done to the questions. */
class ToolBridgeIT extends ContainerTest {
    private static final String NAME = "Tool of the bridge";

    @EJB
    private ToolService tools;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource database;

    @AfterEach
    void clear() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Removal.of(connection, "audit_tool", "name = '" + NAME + "'");
        }
    }

    @Test
    void a_question_that_is_taken_out_takes_its_line_of_the_bridge_along() {
        VersionView next = next();
        assertThat(next.bridge()).hasSize(next.questions().size());
        String gone = next.questions().getLast().ref();
        VersionView without = As.person("kscb", () -> tools.remove(next.id(), gone));
        assertThat(without.bridge()).extracting(BridgeLine::to).doesNotContain(gone);
        assertThat(without.bridge()).hasSize(next.bridge().size() - 1);
        ToolDocument same = document(without.questions(), without.bridge());
        assertThat(As.person("kscb", () -> tools.replace(next.id(), same)).bridge())
                .as("what is taken away comes back")
                .hasSize(without.bridge().size());
    }

    @Test
    void a_question_in_other_words_says_why_it_compares_or_is_new() {
        VersionView next = next();
        Question first = next.questions().getFirst();
        Question second = next.questions().get(1);
        Question other = worded(first, "Does the form say who the child is?");
        putRefused(next, other, null, "no longer asks what " + first.ref() + " asked");
        putRefused(next, other, new Continues(first.ref(), " "), "no longer asks");
        putRefused(next, other, new Continues(second.ref(), "why"), second.ref() + " continues " + second.ref());
        putRefused(next, other, new Continues("Q999", "why"), "not in the version before");
        assertThat(As.person("kscb", () -> tools.version(next.id())).questions().getFirst())
                .as("what was refused changed nothing")
                .isEqualTo(first);
        VersionView compared =
                As.person("kscb", () -> tools.put(next.id(), other, null, new Continues(first.ref(), "Same fact")));
        assertThat(compared.bridge()).contains(new BridgeLine(first.ref(), first.ref(), "Same fact"));
        VersionView fresh = As.person("kscb", () -> tools.put(next.id(), other, null, new Continues("", null)));
        assertThat(fresh.bridge()).extracting(BridgeLine::to).doesNotContain(first.ref());
        VersionView same = As.person("kscb", () -> tools.put(next.id(), first, null, new Continues(first.ref(), null)));
        assertThat(same.bridge()).contains(new BridgeLine(first.ref(), first.ref(), null));
        As.person("kscb", () -> tools.put(next.id(), first, null, null));
    }

    @Test
    void a_file_that_rewords_a_question_says_why_it_compares() {
        VersionView next = next();
        Question first = next.questions().getFirst();
        List<Question> reworded = new ArrayList<>(next.questions());
        reworded.set(0, worded(first, "Does the form say who the child is?"));
        assertThatThrownBy(() -> As.person("kscb", () -> tools.replace(next.id(), document(reworded, next.bridge()))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no longer asks what " + first.ref() + " asked");
        List<BridgeLine> reasoned = next.bridge().stream()
                .map(l -> l.to().equals(first.ref()) ? new BridgeLine(l.from(), l.to(), "Same fact") : l)
                .toList();
        assertThat(As.person("kscb", () -> tools.replace(next.id(), document(reworded, reasoned)))
                        .bridge())
                .hasSameSizeAs(reasoned);
    }

    private void putRefused(VersionView version, Question question, @Nullable Continues continues, String why) {
        assertThatThrownBy(() -> As.person("kscb", () -> tools.put(version.id(), question, null, continues)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private static Question worded(Question q, String text) {
        return new Question(
                q.ref(),
                q.section(),
                q.sectionTitle(),
                text,
                q.guidance(),
                q.evidence(),
                q.kind(),
                q.answeredBy(),
                q.criticalWhen(),
                q.criticalCaps(),
                q.weight(),
                q.scored(),
                q.choices(),
                q.conditionRef(),
                q.conditionValue(),
                q.agencyVariant(),
                q.wordings(),
                q.gradeSubject());
    }

    @Test
    void a_bridge_from_nowhere_or_from_one_question_to_two_is_refused() {
        VersionView next = next();
        String first = next.questions().getFirst().ref();
        String second = next.questions().get(1).ref();
        refused(next, List.of(new BridgeLine("Q999", first, null)), "which is not in the version before");
        refused(
                next,
                List.of(new BridgeLine(first, first, null), new BridgeLine(first, second, null)),
                "comes from " + first + " twice");
        refused(next, List.of(new BridgeLine(first, first, "x".repeat(301))), "to 300 characters");
        refused(next, List.of(new BridgeLine(first, "Q999", null)), "which is not in this version");
        assertThat(As.person("kscb", () -> tools.version(next.id())).bridge())
                .as("what was refused changed nothing")
                .hasSize(next.bridge().size());
    }

    private void refused(VersionView version, List<BridgeLine> bridge, String why) {
        assertThatThrownBy(() ->
                        As.does("kscb", () -> tools.replace(version.id(), document(version.questions(), bridge))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    /** The second version of a tool with the questions of the one that ships. */
    private VersionView next() {
        return As.person("kscb", () -> {
            ToolLine shipped = tools.tools().stream()
                    .filter(t -> t.kind().equals("REFERRAL_QUALITY"))
                    .findFirst()
                    .orElseThrow();
            VersionView first = tools.bringIn(
                    document(tools.version(shipped.versions().getFirst().id()).questions(), List.of()));
            tools.freeze(first.id());
            return tools.next(first.id());
        });
    }

    private static ToolDocument document(List<Question> questions, List<BridgeLine> bridge) {
        return new ToolDocument(NAME, "REFERRAL_QUALITY", null, questions, bridge);
    }
}
