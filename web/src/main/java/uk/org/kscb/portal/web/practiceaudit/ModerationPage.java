package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.practiceaudit.AgencyPart;
import uk.org.kscb.portal.practiceaudit.DecideGrade;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.GradingScheme;
import uk.org.kscb.portal.practiceaudit.ModerationService;
import uk.org.kscb.portal.practiceaudit.ModerationView;
import uk.org.kscb.portal.practiceaudit.ModerationView.Column;
import uk.org.kscb.portal.practiceaudit.ModerationView.Grade;
import uk.org.kscb.portal.practiceaudit.ModerationView.Table;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** The panel's table: cases, one case side by side, and the grades that are given. */
@Named
@RequestScoped
public class ModerationPage {
    @EJB
    private ModerationService moderation;

    @Inject
    private Notices notices;

    private @Nullable Table table;
    private @Nullable ModerationView view;
    private @Nullable String reason;
    private @Nullable String dissent;
    private @Nullable String liftedCapReason;

    /** Something that the panel grades: an agency's part of the case and a subject. */
    public record Item(String key, Column column, Grade grade) {}

    /** A choice on the page. */
    public record Choice(String value, String words, boolean chosen) {}

    public Table getTable() {
        if (table == null) {
            table = moderation.table(Sent.text("code"));
        }
        return table;
    }

    public ModerationView getView() {
        if (view == null) {
            view = moderation.sideBySide(Sent.text("code"), Sent.text("case"));
        }
        return view;
    }

    public List<Item> getItems() {
        return getView().columns().stream()
                .filter(c -> !Boolean.FALSE.equals(c.known()))
                .flatMap(c -> c.grades().stream().map(g -> new Item(c.key() + "-" + g.subject(), c, g)))
                .toList();
    }

    /** What the form decides: chosen in the address, or the first that is not decided and not the viewer's own. */
    public @Nullable Item getItem() {
        String asked = Sent.text("grade-of");
        List<Item> items = getItems();
        return items.stream()
                .filter(i -> i.key().equals(asked))
                .findFirst()
                .or(() -> items.stream()
                        .filter(i -> i.grade().newest() == null && !i.column().ownAgency())
                        .findFirst())
                .orElse(items.isEmpty() ? null : items.getFirst());
    }

    public List<Choice> getGrades() {
        String sent = Sent.text("grade");
        return GradingScheme.of(getView().head().gradingScheme()).grades().stream()
                .map(g -> new Choice(g.slug(), g.label(), g.slug().equals(sent)))
                .toList();
    }

    public List<Choice> getPanel() {
        Set<String> sent = Arrays.stream(Sent.all("panel")).collect(Collectors.toSet());
        String self = CurrentViewer.require().userName();
        return getView().panel().stream()
                .map(p -> new Choice(
                        p.userName(),
                        p.name() + ", " + p.agency(),
                        Sent.form() ? sent.contains(p.userName()) : p.userName().equals(self)))
                .toList();
    }

    public void decide() {
        Item item = getItem();
        if (item == null) {
            Doors.say("", "There is nothing to grade in this case.");
            return;
        }
        Column column = item.column();
        DecideGrade decide = new DecideGrade(
                getView().head().audit(),
                getView().code(),
                column.agency(),
                column.part(),
                item.grade().subject(),
                Sent.text("grade"),
                Objects.requireNonNullElse(reason, ""),
                dissent,
                liftedCapReason,
                Stream.of(Sent.all("panel")).collect(Collectors.toSet()),
                seen(),
                Sent.ticked("cleared"));
        if (Doors.passed(() -> moderation.decide(decide))) {
            notices.done("Grade recorded", "The agency’s own grade stays beside it.");
            Doors.goTo("/practice-audits/" + getView().head().audit() + "/moderation/"
                    + getView().code());
        }
    }

    private static long seen() {
        String sent = Sent.text("seen");
        return sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0;
    }

    /** Whether somebody of the viewer's agency is graded; then somebody else records it. */
    public boolean isMayDecide() {
        Item item = getItem();
        return getView().mayDecide() && item != null && !item.column().ownAgency();
    }

    public String partWords(AgencyPart part, GradeSubject subject) {
        return part.words() + ", " + subject.words().toLowerCase(java.util.Locale.UK);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getDissent() {
        return dissent;
    }

    public void setDissent(@Nullable String dissent) {
        this.dissent = dissent;
    }

    public @Nullable String getLiftedCapReason() {
        return liftedCapReason;
    }

    public void setLiftedCapReason(@Nullable String liftedCapReason) {
        this.liftedCapReason = liftedCapReason;
    }
}
