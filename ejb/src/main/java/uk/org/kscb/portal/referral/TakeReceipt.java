package uk.org.kscb.portal.referral;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.threshold.GuidanceText;

/**
 * All that the server learns of a referral. Every part comes from a list or is a time; there is no part that takes words.
 *
 * @param key made by the sender, 16 to 64 letters, figures and hyphens; the same key asks for the same receipt
 * @param level 1 to 4, as the referrer sees it; the portal never works one out
 * @param phoned when the front door was told by phone, from which its clocks run; null when the form comes first
 * @param significantHarm whether the referrer suspects significant harm (section 47)
 */
public record TakeReceipt(
        @NotNull(message = "Send a key, so that a receipt asked for twice is one.")
        @Pattern(regexp = "[A-Za-z0-9-]{16,64}", message = "A key has 16 to 64 letters, figures and hyphens.")
        String key,

        @NotNull(message = "Say what your post is.") ReferrerPost post,

        @Min(value = 1, message = "Say which level you think it is, 1 to 4.")
        @Max(value = GuidanceText.LEVELS, message = "Say which level you think it is, 1 to 4.")
        int level,

        boolean significantHarm,

        @NotNull(message = "Say what the family was asked, and what they said.")
        Consent consent,

        @Nullable Instant phoned) {

    /** Of a referral that was not phoned first. */
    public TakeReceipt(String key, ReferrerPost post, int level, boolean significantHarm, Consent consent) {
        this(key, post, level, significantHarm, consent, null);
    }
}
