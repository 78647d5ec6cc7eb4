package uk.org.kscb.portal.practiceaudit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.exchange.ToolJson;
import uk.org.kscb.portal.practiceaudit.exchange.ToolSheet;
import uk.org.kscb.portal.practiceaudit.model.BridgeLine;
import uk.org.kscb.portal.practiceaudit.model.Tool;
import uk.org.kscb.portal.practiceaudit.model.ToolQuestion;
import uk.org.kscb.portal.practiceaudit.model.ToolVersion;
import uk.org.kscb.portal.practiceaudit.store.AuditScope;
import uk.org.kscb.portal.practiceaudit.store.ToolStore;

/** The tools: what audits ask, built, piloted, frozen by use, taken out to files and brought in from them. */
@Stateless
public class ToolService {
    private static final int LONGEST_NOTE = 300;

    @Inject
    private ToolStore store;

    @Inject
    private PortalClock clock;

    /** @param id of this version, for addresses */
    public record VersionLine(
            String id,
            int number,
            ToolState state,
            int questions,
            @Nullable Instant frozenAt) {}

    /** @param versions oldest first */
    public record ToolLine(String name, String kind, List<VersionLine> versions) {}

    /**
     * One version and what may be done with it.
     *
     * @param bridge to the version before
     * @param mayEdit whether it still changes and the viewer may change it
     * @param mayContinue whether the viewer may start the next version from it
     */
    public record VersionView(
            String id,
            String name,
            String kind,
            int number,
            ToolState state,
            @Nullable String note,
            List<Question> questions,
            List<ToolDocument.BridgeLine> bridge,
            List<VersionLine> versions,
            boolean mayEdit,
            boolean mayContinue) {}

    @Door(Permission.READ_TOOLS)
    public List<ToolLine> tools() {
        Map<Long, Integer> counts = store.counts();
        return store.tools(scope(Permission.READ_TOOLS)).stream()
                .map(t -> new ToolLine(t.name(), t.kind(), lines(t, counts)))
                .toList();
    }

    /** @throws uk.org.kscb.portal.platform.security.NotVisible when no audit of the viewer's agency uses the tool */
    @Door(Permission.READ_TOOLS)
    public VersionView version(String id) {
        return view(store.requireVersion(id, scope(Permission.READ_TOOLS)));
    }

    @Door(value = Permission.READ_TOOLS, trail = "tool.export")
    public ToolFile file(@TrailObject String id) {
        ToolVersion version = store.requireVersion(id, scope(Permission.READ_TOOLS));
        return new ToolFile(document(version), version.number());
    }

    /** A new tool out of a document; its first version is a draft. */
    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.bring-in")
    public VersionView bringIn(ToolDocument document) {
        Viewer viewer = CurrentViewer.require();
        check(document);
        if (store.named(document.name()).isPresent()) {
            throw new ToolExists(document.name());
        }
        Tool tool = store.add(new Tool(document.name(), document.kind(), clock.now(), viewer.userName()));
        ToolVersion draft = tool.draft(clock.now(), viewer.userName());
        draft.ask(document.questions(), document.note());
        store.flush();
        return view(draft);
    }

    /** The next version of a tool, with the questions of this one to begin with and a bridge from each to itself. */
    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.next-version")
    public VersionView next(@TrailObject String id) {
        ToolVersion from = store.requireVersion(id, scope(Permission.MANAGE_TOOLS));
        ToolVersion draft =
                from.tool().draft(clock.now(), CurrentViewer.require().userName());
        store.add(draft);
        draft.ask(
                from.questions().stream().map(ToolQuestion::view).toList(),
                from.note().orElse(null));
        store.flush();
        from.questions()
                .forEach(q ->
                        store.add(new BridgeLine(from, draft, new ToolDocument.BridgeLine(q.ref(), q.ref(), null))));
        return view(draft);
    }

    /** Puts the questions and the bridge of a document in place of a draft's. */
    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.change")
    public VersionView replace(@TrailObject String id, ToolDocument document) {
        ToolVersion version = store.requireVersion(id, scope(Permission.MANAGE_TOOLS));
        check(document);
        rewrite(version, document.questions(), document.note());
        bridge(version, document);
        return view(version);
    }

    /**
     * What a question continues of the version before.
     *
     * @param from its ref there; empty when the question is new
     * @param why answers compare although the words changed; null when they did not
     */
    public record Continues(String from, @Nullable String why) {}

    /** The questions of the version before, which a question of this one may continue; none of a first version. */
    @Door(Permission.MANAGE_TOOLS)
    public List<Question> earlier(@TrailObject String id) {
        return before(store.requireVersion(id, scope(Permission.MANAGE_TOOLS))).stream()
                .flatMap(old -> old.questions().stream())
                .map(ToolQuestion::view)
                .toList();
    }

    /**
     * Adds a question, or puts one in place of that with the same ref.
     *
     * @param continues null to leave that as it is, which new words do not allow
     */
    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.change")
    public VersionView put(
            @TrailObject String id, Question question, @Nullable String after, @Nullable Continues continues) {
        ToolVersion version = store.requireVersion(id, scope(Permission.MANAGE_TOOLS));
        List<Question> questions = QuestionList.of(version).put(question, after);
        checked(questions);
        rewrite(version, questions, version.note().orElse(null));
        before(version).ifPresent(old -> continueFrom(old, version, question, continues));
        return view(version);
    }

    private void continueFrom(ToolVersion old, ToolVersion version, Question question, @Nullable Continues continues) {
        List<BridgeLine> lines = store.bridge(version);
        Optional<BridgeLine> now =
                lines.stream().filter(l -> l.view().to().equals(question.ref())).findFirst();
        String from = continues != null
                ? continues.from()
                : now.map(l -> l.view().from()).orElse("");
        if (from.isEmpty()) {
            now.ifPresent(store::remove);
            return;
        }
        String typed =
                continues != null && continues.why() != null ? continues.why().strip() : "";
        String why = typed.isEmpty() ? null : typed;
        Question earlier = old.questions().stream()
                .map(ToolQuestion::view)
                .filter(q -> q.ref().equals(from))
                .findFirst()
                .orElseThrow(() -> new Refusal("continues", from + " is not in the version before."));
        lines.stream()
                .map(BridgeLine::view)
                .filter(l -> l.from().equals(from) && !l.to().equals(question.ref()))
                .findFirst()
                .ifPresent(l -> {
                    throw new Refusal("continues", l.to() + " continues " + from + " already. Choose one of them.");
                });
        if (why == null && !earlier.asksTheSame(question)) {
            throw new Refusal(
                    "why",
                    "This no longer asks what " + from + " asked. Say why answers can still be compared, or choose that"
                            + " the question is new.");
        }
        if (why != null && why.length() > LONGEST_NOTE) {
            throw new Refusal("why", "Keep the reason to " + LONGEST_NOTE + " characters.");
        }
        if (now.filter(l -> l.view().from().equals(from)).isPresent()) {
            now.get().because(why);
        } else {
            now.ifPresent(store::remove);
            store.add(new BridgeLine(old, version, new ToolDocument.BridgeLine(from, question.ref(), why)));
        }
        store.flush();
    }

    private static Optional<ToolVersion> before(ToolVersion version) {
        return version.tool().versions().stream()
                .filter(v -> v.number() == version.number() - 1)
                .findFirst();
    }

    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.change")
    public VersionView remove(@TrailObject String id, String ref) {
        ToolVersion version = store.requireVersion(id, scope(Permission.MANAGE_TOOLS));
        List<Question> questions = QuestionList.of(version).without(ref);
        checked(questions);
        rewrite(version, questions, version.note().orElse(null));
        return view(version);
    }

    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.pilot")
    public void pilot(@TrailObject String id) {
        store.requireVersion(id, scope(Permission.MANAGE_TOOLS)).pilot();
    }

    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.freeze")
    public void freeze(@TrailObject String id) {
        store.requireVersion(id, scope(Permission.MANAGE_TOOLS)).freeze(clock.now());
    }

    @Door(value = Permission.MANAGE_TOOLS, trail = "tool.retire")
    public void retire(@TrailObject String id) {
        store.requireVersion(id, scope(Permission.MANAGE_TOOLS)).retire();
    }

    /** What a file holds; nothing is kept. @throws UnreadableTool when it is no tool */
    @Door(Permission.MANAGE_TOOLS)
    public ToolDocument read(String fileName, InputStream in) {
        try {
            return fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx")
                    ? ToolSheet.read(in)
                    : ToolJson.read(in);
        } catch (IOException e) {
            throw new UnreadableTool("The file could not be read to its end.");
        }
    }

    private void rewrite(ToolVersion version, List<Question> questions, @Nullable String note) {
        version.ask(List.of(), note);
        store.flush();
        version.ask(questions, note);
        store.flush();
        store.removeBridgeBeyond(version, questions.stream().map(Question::ref).toList());
    }

    private void bridge(ToolVersion version, ToolDocument document) {
        Optional<ToolVersion> before = before(version);
        List<String> earlier = before.map(
                        old -> old.questions().stream().map(q -> q.view().ref()).toList())
                .orElse(List.of());
        document.bridge().stream()
                .filter(line -> before.isPresent() && !earlier.contains(line.from()))
                .findFirst()
                .ifPresent(line -> {
                    throw new UnreadableTool(
                            "The bridge comes from " + line.from() + ", which is not in the version before.");
                });
        before.ifPresent(old -> requireReasons(old, document));
        store.removeBridge(version);
        before.ifPresent(old -> document.bridge().forEach(line -> store.add(new BridgeLine(old, version, line))));
        store.flush();
    }

    /** Whoever continues a question in other words says why answers still compare. */
    private static void requireReasons(ToolVersion old, ToolDocument document) {
        Map<String, Question> earlier =
                old.questions().stream().map(ToolQuestion::view).collect(Collectors.toMap(Question::ref, q -> q));
        Map<String, Question> now = document.questions().stream().collect(Collectors.toMap(Question::ref, q -> q));
        document.bridge().stream()
                .filter(line -> line.note() == null || line.note().isBlank())
                .filter(line -> !Objects.requireNonNull(earlier.get(line.from()))
                        .asksTheSame(Objects.requireNonNull(now.get(line.to()))))
                .findFirst()
                .ifPresent(line -> {
                    throw new UnreadableTool(line.to() + " no longer asks what " + line.from()
                            + " asked. Say in the bridge why answers can still be compared, or take the line out.");
                });
    }

    private static void check(ToolDocument document) {
        if (document.name().isBlank() || document.name().length() > 120) {
            throw new UnreadableTool("Give the tool a name of at most 120 characters.");
        }
        if (java.util.Arrays.stream(AuditKind.values()).noneMatch(k -> k.name().equals(document.kind()))) {
            throw new UnreadableTool("“" + document.kind() + "” is no kind of audit.");
        }
        checked(document.questions());
        List<String> refs = document.questions().stream().map(Question::ref).toList();
        document.bridge().stream()
                .filter(b -> !refs.contains(b.to()))
                .findFirst()
                .ifPresent(b -> {
                    throw new UnreadableTool("The bridge leads to " + b.to() + ", which is not in this version.");
                });
        List<String> from =
                document.bridge().stream().map(ToolDocument.BridgeLine::from).toList();
        from.stream()
                .filter(ref -> Collections.frequency(from, ref) > 1)
                .findFirst()
                .ifPresent(ref -> {
                    throw new UnreadableTool(
                            "The bridge comes from " + ref + " twice. Choose which question continues it.");
                });
        document.bridge().stream()
                .filter(b -> b.note() != null && b.note().length() > LONGEST_NOTE)
                .findFirst()
                .ifPresent(b -> {
                    throw new UnreadableTool(
                            "Keep the note on " + b.from() + " in the bridge to " + LONGEST_NOTE + " characters.");
                });
    }

    private static void checked(List<Question> questions) {
        if (questions.isEmpty()) {
            throw new UnreadableTool("This tool asks nothing. Give it at least one question.");
        }
        List<String> wrong = ToolRules.problems(questions);
        if (!wrong.isEmpty()) {
            throw new UnreadableTool(wrong);
        }
    }

    private ToolDocument document(ToolVersion version) {
        return new ToolDocument(
                version.tool().name(),
                version.tool().kind(),
                version.note().orElse(null),
                version.questions().stream().map(ToolQuestion::view).toList(),
                store.bridge(version).stream().map(BridgeLine::view).toList());
    }

    private VersionView view(ToolVersion version) {
        ToolDocument says = document(version);
        boolean manages = CurrentViewer.require().may(Permission.MANAGE_TOOLS);
        return new VersionView(
                version.publicId(),
                says.name(),
                says.kind(),
                version.number(),
                version.state(),
                says.note(),
                says.questions(),
                says.bridge(),
                lines(version.tool(), store.counts()),
                manages && version.state().editable(),
                manages && version.tool().worked().isEmpty());
    }

    private static List<VersionLine> lines(Tool tool, Map<Long, Integer> counts) {
        return tool.versions().stream()
                .map(v -> new VersionLine(
                        v.publicId(),
                        v.number(),
                        v.state(),
                        counts.getOrDefault(v.id(), 0),
                        v.frozenAt().orElse(null)))
                .toList();
    }

    private static AuditScope scope(Permission permission) {
        return AuditScope.of(CurrentViewer.require(), permission);
    }

    /** Tools are told apart by their names. */
    public static class ToolExists extends Refusal {
        private static final long serialVersionUID = 1L;

        ToolExists(String name) {
            super(
                    "name",
                    "There is a tool “" + name + "” already. Start its next version, or give this one another name.");
        }
    }
}
