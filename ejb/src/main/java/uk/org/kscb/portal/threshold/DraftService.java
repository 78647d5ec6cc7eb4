package uk.org.kscb.portal.threshold;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Door;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.TrailObject;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.EditionHead.State;
import uk.org.kscb.portal.threshold.exchange.GuidanceDocx;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;
import uk.org.kscb.portal.threshold.model.EditionRecord;
import uk.org.kscb.portal.threshold.store.EditionStore;
import uk.org.kscb.portal.threshold.store.GuidanceStamp;

/** The next edition on its way: written by the KSCB manager, put before agencies, approved by boards, given a day. */
@Stateless
public class DraftService {
    @Inject
    private EditionStore editions;

    @Inject
    private GuidanceStamp stamp;

    @Inject
    private EditionFiles files;

    @Inject
    private PortalClock clock;

    /** Editions that are not in force yet, oldest first; a bare draft for its writer only. */
    @Door(Permission.READ_GUIDANCE_DRAFTS)
    public List<EditionHead> inPreparation() {
        Viewer viewer = CurrentViewer.require();
        return editions.heads(clock.today()).stream()
                .filter(h -> h.state().compareTo(State.SCHEDULED) <= 0 && mayRead(viewer, h))
                .toList();
    }

    @Door(Permission.READ_GUIDANCE_DRAFTS)
    public Edition draft(@TrailObject int number) {
        return editions.whole(requireHead(number));
    }

    /**
     * An edition in preparation to take away: to be commented on in Word, or worked on and brought back.
     *
     * @throws NotVisible when it is not the viewer's to read, or for a format that is made of published editions alone
     */
    @Door(value = Permission.READ_GUIDANCE_DRAFTS, trail = "guidance.draft.export")
    public GuidanceFile file(@TrailObject int number, GuidanceFile.Format format) {
        if (format != GuidanceFile.Format.DOCX && format != GuidanceFile.Format.JSON) {
            throw new NotVisible("such file of a draft");
        }
        GuidanceFile file = files.of(editions.whole(requireHead(number)), format, List.of());
        return new GuidanceFile("draft-" + file.name(), file.type(), file.content());
    }

    /** What this edition changes against the one it was begun from, or another that the viewer may read. */
    @Door(Permission.READ_GUIDANCE_DRAFTS)
    public Optional<Comparison> changes(@TrailObject int number, @Nullable Integer against) {
        EditionHead head = requireHead(number);
        Integer other = against == null ? head.basedOn() : against;
        return other == null
                ? Optional.empty()
                : Optional.of(Comparison.of(editions.whole(requireHead(other)), editions.whole(head)));
    }

    /** Begins a draft from any edition; more than one may be in hand at once. @return its number */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.begin")
    public int begin(@TrailObject int from) {
        EditionRecord base = editions.require(from);
        return add(base.document(), from);
    }

    /**
     * Begins a draft from a file in the portal's own JSON or Word shape.
     *
     * @return its number
     */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.import")
    public int bringIn(@TrailObject String fileName, byte[] content) {
        Optional<EditionHead> from = takenFrom(fileName, content);
        GuidanceText text = read(fileName, content, from);
        if (!text.gaps().isEmpty()) {
            throw new Refusal("file", String.join(" ", text.gaps()));
        }
        // what a draft was begun from, not the draft itself: what came into force since must still be taken in
        Integer base = from.map(e -> e.state().published() ? Integer.valueOf(e.number()) : e.basedOn())
                .orElse(null);
        return add(GuidanceJson.write(text.introducedIn(editions.nextNumber())), base);
    }

    private Optional<EditionHead> takenFrom(String fileName, byte[] content) {
        Optional<Integer> number = isWord(fileName)
                ? GuidanceDocx.takenFrom(content)
                : GuidanceJson.takenFrom(new String(content, java.nio.charset.StandardCharsets.UTF_8));
        return number.flatMap(editions::find).map(e -> requireHead(e.number()));
    }

    private static boolean isWord(String fileName) {
        return fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".docx");
    }

    private GuidanceText read(String fileName, byte[] content, Optional<EditionHead> from) {
        if (fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".json")) {
            return GuidanceJson.read(new String(content, java.nio.charset.StandardCharsets.UTF_8));
        }
        if (isWord(fileName)) {
            Optional<Edition> over =
                    from.map(editions::whole).or(() -> editions.inForceOn(clock.today(), clock.today()));
            if (over.isPresent()) {
                return GuidanceDocx.read(content, over.get().text());
            }
        }
        throw new Refusal("file", "Send the guidance as the portal’s own JSON (.json) or Word file (.docx).");
    }

    private int add(String document, @Nullable Integer from) {
        int number = editions.nextNumber();
        editions.add(new EditionRecord(
                number,
                "Edition " + number,
                from,
                document,
                CurrentViewer.require().userName(),
                clock.today(),
                clock.now()));
        return number;
    }

    /** Changes one example, or adds one. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.write")
    public void write(@Valid WriteExample example) {
        EditionRecord edition = editions.requireToChange(example.edition());
        GuidanceText text = GuidanceJson.read(edition.document());
        reword(edition, example.revision(), text.with(example.in(text, edition.number())), "statement");
    }

    /** Takes an example out of the draft; editions before keep it. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.take-out")
    public void takeOut(@TrailObject int number, @TrailObject String example, long revision) {
        EditionRecord edition = editions.requireToChange(number);
        GuidanceText text = GuidanceJson.read(edition.document());
        if (text.indicator(example).isEmpty()) {
            throw new NotVisible("example");
        }
        reword(edition, revision, text.without(example), "statement");
    }

    /** Changes the words around the examples. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.write")
    public void writeFrame(@Valid WriteFrame frame) {
        EditionRecord edition = editions.requireToChange(frame.edition());
        GuidanceText text = GuidanceJson.read(edition.document());
        reword(
                edition,
                frame.revision(),
                text.saying(frame.title(), frame.lead(), frame.caution(), frame.changes(), frame.sample()),
                "lead");
    }

    /** Changes a part beside the examples: levels, legal tests, the text for families, … */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.draft.write")
    public void writePart(@Valid WritePart part) {
        EditionRecord edition = editions.requireToChange(part.edition());
        GuidanceText text = part.part().in(GuidanceJson.read(edition.document()), part.lines());
        part.part().gaps(text).stream().findFirst().ifPresent(gap -> {
            throw new Refusal("lines", gap);
        });
        reword(edition, part.revision(), text, "lines");
    }

    /** @param field where the writer reads it when an example no longer fits */
    private void reword(EditionRecord edition, long revision, GuidanceText text, String field) {
        new GuidanceGaps(text).examples().stream().findFirst().ifPresent(gap -> {
            throw new Refusal(field, gap);
        });
        edition.reword(
                revision, GuidanceJson.write(text), CurrentViewer.require().userName(), clock.now());
        editions.flush();
    }

    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.consult")
    public void consult(@TrailObject int number, LocalDate until) {
        EditionRecord edition = editions.requireToChange(number);
        edition.consult(until, GuidanceJson.read(edition.document()).gaps(), clock.today());
    }

    /** Opens the wording again; what one board has approved no longer counts. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.take-back")
    public void takeBack(@TrailObject int number, String reason) {
        editions.requireToChange(number)
                .takeBack(reason, CurrentViewer.require().userName(), clock.now());
    }

    /** The writer has taken in what another edition changed meanwhile. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.compare-with")
    public void comparedWith(@TrailObject int number, @TrailObject int other) {
        editions.requirePublished(other, clock.today());
        editions.requireToChange(number).comparedWith(other);
    }

    /** Sets the first day in force. Needs both approvals. */
    @Door(value = Permission.WRITE_GUIDANCE, trail = "guidance.schedule")
    public void schedule(@TrailObject int number, LocalDate effectiveFrom, LocalDate reviewDue) {
        EditionRecord edition = editions.requireToChange(number);
        edition.schedule(effectiveFrom, reviewDue, clock.today(), editions.newestScheduled(edition));
        editions.flush();
        stamp.touch();
    }

    /**
     * Records what the viewer's own board decided; a member of another board cannot.
     *
     * @param revision of the wording that was read; another one since then is not what the board approved
     */
    @Door(value = Permission.APPROVE_GUIDANCE, trail = "guidance.approve")
    public void approve(
            @TrailObject int number, long revision, @TrailObject Body body, LocalDate decidedOn, String minute) {
        if (!bodies().contains(body)) {
            throw new NotVisible("board of yours");
        }
        requireHead(number);
        editions.requireToChange(number)
                .requireRevision(revision)
                .approve(body, decidedOn, minute, CurrentViewer.require().userName(), clock.today(), clock.now());
        stamp.touch(); // the Improvement Board may agree to an edition that is public already
    }

    /** The bodies that the viewer speaks for, through the boards they sit on. */
    @Door(Permission.APPROVE_GUIDANCE)
    public List<Body> bodies() {
        return CurrentViewer.require().boards().stream()
                .flatMap(board -> Body.named(board).stream())
                .sorted()
                .toList();
    }

    private EditionHead requireHead(int number) {
        Viewer viewer = CurrentViewer.require();
        return editions.heads(clock.today()).stream()
                .filter(h -> h.number() == number && mayRead(viewer, h))
                .findFirst()
                .orElseThrow(() -> new NotVisible("edition"));
    }

    private static boolean mayRead(Viewer viewer, EditionHead head) {
        return head.state() != State.DRAFT || viewer.may(Permission.WRITE_GUIDANCE);
    }
}
