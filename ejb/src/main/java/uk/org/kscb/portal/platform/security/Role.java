package uk.org.kscb.portal.platform.security;

import java.util.Locale;

/** What a member may be in an agency. What each role may do stands in {@link Permission} and nowhere else. */
public enum Role {
    ADMINISTRATOR("System administrator"),
    MANAGER("KSCB manager"),
    COORDINATOR("Agency coordinator"),
    CONTRIBUTOR("Agency contributor"),
    PRACTITIONER("Practitioner"),
    AUDITOR("Auditor"),
    MODERATOR("Moderator"),
    BOARD_MEMBER("Board member"),
    CHAIR("Independent chair"),
    OBSERVER("DfE observer");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As it stands in people.csv and in the API: {@code board-member}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role of(String slug) {
        return valueOf(slug.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
