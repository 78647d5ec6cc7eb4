package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.ReportService;
import uk.org.kscb.portal.practiceaudit.ReportVersions;
import uk.org.kscb.portal.practiceaudit.ReportVersions.Version;
import uk.org.kscb.portal.practiceaudit.WriteReport;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** The frozen versions of an audit's report: read, written, commented on, released. */
@Named
@RequestScoped
public class ReportPage {
    @EJB
    private ReportService reports;

    @Inject
    private Notices notices;

    private @Nullable ReportVersions view;
    private @Nullable String headline;
    private @Nullable String board;
    private @Nullable String minute;
    private @Nullable String summary;
    private @Nullable String learning;
    private @Nullable String training;
    private @Nullable String text;

    public ReportVersions getView() {
        if (view == null) {
            view = reports.reports(getCode());
        }
        return view;
    }

    public String getCode() {
        return Sent.text("code");
    }

    public String getHref() {
        return "/practice-audits/" + Words.url(getCode()) + "/report";
    }

    /** The newest version, if there is one: what a new one starts from, and what agencies comment on. */
    private Optional<Version> newest() {
        return getView().versions().stream().findFirst();
    }

    public boolean isMayRelease() {
        return getView().mayWrite()
                && newest().filter(v -> v.releasedOn() == null).isPresent();
    }

    public boolean isMayComment() {
        return getView().mayComment()
                && newest().filter(v -> v.releasedOn() == null).isPresent();
    }

    public void write() {
        if (Doors.passed(() -> reports.write(new WriteReport(
                getCode(),
                Objects.requireNonNullElse(headline, ""),
                Objects.requireNonNullElse(summary, ""),
                Objects.requireNonNullElse(learning, ""),
                Objects.requireNonNullElse(training, ""),
                Sent.ticked("cleared"))))) {
            notices.done(
                    "Version frozen",
                    "Agencies of the audit have five working days to say what is wrong with its facts.");
            Doors.goTo(getHref());
        }
    }

    public void release() {
        int version = newest().map(Version::number).orElse(0);
        if (Doors.passed(() -> reports.release(getCode(), version))) {
            notices.done("Released", "Everybody who may read reports sees it.");
            Doors.goTo(getHref());
        }
    }

    public void approve() {
        int version = newest().map(Version::number).orElse(0);
        if (Doors.passed(() -> reports.approve(
                getCode(), version, Objects.requireNonNullElse(board, ""), Objects.requireNonNullElse(minute, "")))) {
            notices.done("Approval recorded", "Whoever runs the audit sees it.");
            Doors.goTo(getHref());
        }
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

    public void comment() {
        int version = newest().map(Version::number).orElse(0);
        if (Doors.passed(() ->
                reports.comment(getCode(), version, Objects.requireNonNullElse(text, ""), Sent.ticked("cleared")))) {
            notices.done("Comment added", "Whoever writes the report sees it. Other agencies do not.");
            Doors.goTo(getHref());
        }
    }

    public @Nullable String getHeadline() {
        return headline == null ? newest().map(Version::headline).orElse(null) : headline;
    }

    public void setHeadline(@Nullable String headline) {
        this.headline = headline;
    }

    public @Nullable String getSummary() {
        return summary == null ? newest().map(Version::summary).orElse(null) : summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = summary;
    }

    public @Nullable String getLearning() {
        return learning == null ? newest().map(Version::learning).orElse(null) : learning;
    }

    public void setLearning(@Nullable String learning) {
        this.learning = learning;
    }

    public @Nullable String getTraining() {
        return training == null ? newest().map(Version::training).orElse(null) : training;
    }

    public void setTraining(@Nullable String training) {
        this.training = training;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
