package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.CurrentViewer;
import uk.org.kscb.portal.platform.security.Secret;
import uk.org.kscb.portal.platform.security.Viewer;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.referral.Consent;
import uk.org.kscb.portal.referral.ReceiptView;
import uk.org.kscb.portal.referral.ReferralService;
import uk.org.kscb.portal.referral.ReferrerPost;
import uk.org.kscb.portal.referral.TakeReceipt;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/**
 * The referral form. The inputs about the child have no name, stand outside of every form, and so are never sent; what
 * is sent are the five answers of the receipt, each from a list.
 */
@Named
@RequestScoped
public class ReferralForm {
    @EJB
    private ReferralService referrals;

    @Inject
    private LevelNames levels;

    @Inject
    private Notices notices;

    private @Nullable ReferrerPost post;
    private @Nullable String key;

    public List<FormFields.Section> getBeforeLevel() {
        return FormFields.BEFORE_LEVEL;
    }

    public List<FormFields.Section> getAfterLevel() {
        return FormFields.AFTER_LEVEL;
    }

    public FormFields.Section getAgreement() {
        return FormFields.AGREEMENT;
    }

    public Viewer getViewer() {
        return CurrentViewer.require();
    }

    public String getEdition() {
        String label = referrals.editionToday();
        return label.isEmpty() ? "No edition in force" : label;
    }

    /** Sent back with the form; a reload or a double click asks with the same one. */
    public String getKey() {
        return key == null ? Secret.publicId() + Secret.publicId() : key;
    }

    public void setKey(@Nullable String key) {
        this.key = key;
    }

    public ReferrerPost[] getPosts() {
        return ReferrerPost.values();
    }

    /** An answer that is chosen or not; radios are plain inputs. */
    public record Choice(String value, String words, boolean chosen) {}

    public List<Choice> getLevels() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(no -> level(String.valueOf(no), levels.of(no)))
                .toList();
    }

    private static Choice level(String value, String words) {
        return new Choice(value, words, value.equals(Sent.orNull("level")));
    }

    public List<Choice> getConsents() {
        return Stream.of(Consent.values())
                .map(c -> new Choice(c.name(), c.words(), c.name().equals(Sent.orNull("consent"))))
                .toList();
    }

    public boolean isHarm() {
        return "yes".equals(Sent.orNull("significantHarm"));
    }

    public void take() {
        ReceiptView[] taken = new ReceiptView[1];
        if (Doors.passed(() -> taken[0] = referrals.take(asked()))) {
            notices.done(
                    "Receipt " + taken[0].reference(),
                    "Keep the reference. Now send the form itself by the route the front door accepts.");
            Doors.goTo("/referrals/" + Words.url(taken[0].reference()));
        }
    }

    @SuppressWarnings("NullAway") // what was not chosen is answered by the record's own validation
    private TakeReceipt asked() {
        String level = Sent.orNull("level");
        return new TakeReceipt(
                key,
                post,
                level != null && level.matches("[1-4]") ? Integer.parseInt(level) : 0,
                isHarm(),
                Stream.of(Consent.values())
                        .filter(c -> c.name().equals(Sent.orNull("consent")))
                        .findFirst()
                        .orElse(null),
                phoned());
    }

    /** As browsers send it, 2011-06-16T09:30, or typed with a blank; null when the form comes before any call. */
    private static @Nullable Instant phoned() {
        String typed = Objects.requireNonNullElse(Sent.orNull("phoned"), "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.replace(' ', 'T'))
                    .atZone(PortalClock.LONDON)
                    .toInstant();
        } catch (DateTimeException notATime) {
            throw new Refusal("phoned", "Give day and time of the call, such as 2011-06-16 09:30, or leave it empty.");
        }
    }

    public String getPhoned() {
        return Objects.requireNonNullElse(Sent.orNull("phoned"), "");
    }

    public @Nullable ReferrerPost getPost() {
        return post;
    }

    public void setPost(@Nullable ReferrerPost post) {
        this.post = post;
    }
}
