package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Permission;
import uk.org.kscb.portal.platform.security.Permission.Reach;
import uk.org.kscb.portal.practiceaudit.ProgrammeService;
import uk.org.kscb.portal.practiceaudit.ProgrammeView;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Change;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Line;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.LineState;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.Round;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.State;
import uk.org.kscb.portal.practiceaudit.ProgrammeView.What;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** A year's programme: lines, approvals, changes. */
@Named
@RequestScoped
public class ProgrammePage {
    private static final List<String> QUARTERS =
            List.of("April to June", "July to September", "October to December", "January to March");

    @EJB
    private ProgrammeService service;

    @Inject
    private Notices notices;

    private @Nullable ProgrammeView view;
    private @Nullable String board;
    private @Nullable String minute;
    private @Nullable String line;
    private @Nullable String what;
    private @Nullable Integer quarter;
    private @Nullable String reason;
    private @Nullable String note;

    /** The year in the address; this year when there is none. */
    public int getYear() {
        String asked = Sent.orNull("year");
        return asked != null && asked.matches("20\\d\\d") ? Integer.parseInt(asked) : service.thisYear();
    }

    public ProgrammeView getView() {
        if (view == null) {
            view = service.programme(getYear());
        }
        return view;
    }

    /** 2011 to 2012. */
    public String getYearWords() {
        return getYear() + " to " + (getYear() + 1);
    }

    public boolean isMayWrite() {
        return CurrentViewer.require().may(Permission.MANAGE_PROGRAMME);
    }

    public boolean isMayDecide() {
        return CurrentViewer.require().may(Permission.DECIDE_PROGRAMME_CHANGES);
    }

    public boolean isHeadline() {
        return CurrentViewer.require().reach(Permission.READ_PROGRAMME) == Reach.HEAD;
    }

    public boolean isOwn() {
        return CurrentViewer.require().reach(Permission.READ_PROGRAMME) == Reach.OWN;
    }

    public boolean isDraft() {
        return getView().state() == State.DRAFT;
    }

    public boolean isApproved() {
        return getView().state() == State.APPROVED;
    }

    public List<Change> getOpenChanges() {
        return getView().changes().stream().filter(c -> c.agreed() == null).toList();
    }

    public List<Change> getDecidedChanges() {
        return getView().changes().stream().filter(c -> c.agreed() != null).toList();
    }

    /** Lines that a change could be about. */
    public List<Line> getPlanned() {
        return getView().lines().stream()
                .filter(l -> l.state() == LineState.PLANNED)
                .toList();
    }

    public String quarters(Line l) {
        return l.quarterFrom() == l.quarterUntil()
                ? QUARTERS.get(l.quarterFrom() - 1)
                : QUARTERS.get(l.quarterFrom() - 1).replaceFirst(" to .*", "") + " to "
                        + QUARTERS.get(l.quarterUntil() - 1).replaceFirst(".* to ", "");
    }

    /** Comings round that count: of a line that is planned all, of another what was carried out. */
    public List<Round> rounds(Line l) {
        return l.state() == LineState.PLANNED
                ? l.rounds()
                : l.rounds().stream().filter(r -> !r.audits().isEmpty()).toList();
    }

    public String quarter(@Nullable Integer number) {
        return number == null ? "" : QUARTERS.get(number - 1);
    }

    /** A quarter to choose. */
    public record Quarter(int number, String words) {}

    public List<Quarter> getQuarters() {
        return java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(n -> new Quarter(n, QUARTERS.get(n - 1)))
                .toList();
    }

    public void propose() {
        if (Doors.passed(() -> service.propose(getYear()))) {
            done("Before the board", "Members of the Safeguarding Board can now record its approval.");
        }
    }

    public void takeOver() {
        if (Doors.passed(() -> service.takeOver(getYear()))) {
            done("Taken over", "Lines that come round again are in the draft.");
        }
    }

    public void takeOut(String which) {
        if (Doors.passed(() -> service.takeOut(getYear(), which))) {
            done("Taken out", "The line no longer counts.");
        }
    }

    public void approve() {
        if (Doors.passed(() -> service.approve(
                getYear(), Objects.requireNonNullElse(board, ""), Objects.requireNonNullElse(minute, "")))) {
            done(
                    "Approval recorded",
                    "From now on the year changes only with a reason and the independent chair’s word.");
        }
    }

    public void ask() {
        if (line == null || line.isBlank() || what == null || what.isBlank()) {
            Doors.say("line", "Choose the line and what changes.");
            return;
        }
        String which = line;
        What change = What.valueOf(what);
        Integer until = quarter == null ? null : (Integer) Math.min(4, quarter + length(which));
        if (Doors.passed(
                () -> service.ask(getYear(), which, change, quarter, until, Objects.requireNonNullElse(reason, "")))) {
            done("Asked", "The independent chair decides. Until then the year stays as it is.");
        }
    }

    /** Quarters that a line takes beyond its first; it keeps them when it moves. */
    private int length(String id) {
        return getPlanned().stream()
                .filter(l -> l.id().equals(id))
                .mapToInt(l -> l.quarterUntil() - l.quarterFrom())
                .findFirst()
                .orElse(0);
    }

    public void decide(String change, boolean agreed) {
        if (Doors.passed(() -> service.decide(change, agreed, note))) {
            done(agreed ? "Agreed" : "Not agreed", "The decision stands beside the change.");
        }
    }

    private void done(String lead, String text) {
        notices.done(lead, text);
        Doors.goTo("/practice-audits/programme?year=" + getYear());
    }

    public @Nullable String getBoard() {
        return board;
    }

    public void setBoard(@Nullable String board) {
        this.board = board;
    }

    public @Nullable String getMinute() {
        return minute;
    }

    public void setMinute(@Nullable String minute) {
        this.minute = minute;
    }

    public @Nullable String getLine() {
        return line;
    }

    public void setLine(@Nullable String line) {
        this.line = line;
    }

    public @Nullable String getWhat() {
        return what;
    }

    public void setWhat(@Nullable String what) {
        this.what = what;
    }

    public @Nullable Integer getQuarter() {
        return quarter;
    }

    public void setQuarter(@Nullable Integer quarter) {
        this.quarter = quarter;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
