package uk.org.kscb.portal.practiceaudit.model;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/**
 * Random codes of cases, unique to an audit: A11-03-K7Q2. They follow from nothing. Letters that look like figures are left
 * out, and vowels, so that no code spells a word.
 */
final class CaseCodes {
    private static final String SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int LENGTH = 4;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> given = new HashSet<>();
    private final String audit;

    CaseCodes(String audit) {
        this.audit = audit;
    }

    String next() {
        String code;
        do {
            StringBuilder made = new StringBuilder(audit).append('-');
            for (int i = 0; i < LENGTH; i++) {
                made.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            code = made.toString();
        } while (!given.add(code));
        return code;
    }
}
