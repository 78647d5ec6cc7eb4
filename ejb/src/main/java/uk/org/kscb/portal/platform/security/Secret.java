package uk.org.kscb.portal.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random secrets and ids, and the one-way form in which secrets are kept. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private Secret() {}

    /** 52 letters and figures, over 250 bits: for tokens and invitation links. */
    public static String fresh() {
        return letters(52);
    }

    /** 20 letters and figures, 99 bits: an id for addresses that says nothing about how many there are. */
    public static String publicId() {
        return letters(20);
    }

    /** SHA-256 in hex. Enough for random secrets; passwords go through {@link Passwords}. */
    public static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
