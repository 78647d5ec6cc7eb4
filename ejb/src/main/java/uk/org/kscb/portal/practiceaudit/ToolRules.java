package uk.org.kscb.portal.practiceaudit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a list of questions a tool that can be answered. Everything that is wrong is said at once. */
final class ToolRules {
    private static final String REF = "[A-Z][A-Z0-9.-]{0,11}";

    private ToolRules() {}

    /** @return what is wrong, each in a sentence; empty when the tool can be answered */
    static List<String> problems(List<Question> questions) {
        List<String> wrong = new ArrayList<>();
        Map<String, Question> byRef = new LinkedHashMap<>();
        for (Question q : questions) {
            if (byRef.putIfAbsent(q.ref(), q) != null) {
                wrong.add(q.ref() + " stands twice. Each question has its own reference.");
            }
        }
        questions.forEach(q -> one(q, byRef, wrong));
        loop(byRef).ifPresent(wrong::add);
        Map<String, String> titles = new HashMap<>();
        for (Question q : questions) {
            String before = titles.putIfAbsent(q.section(), q.sectionTitle());
            if (before != null && !before.equals(q.sectionTitle())) {
                wrong.add(
                        "Section " + q.section() + " has two titles: “" + before + "” and “" + q.sectionTitle() + "”.");
            }
        }
        return wrong;
    }

    private static void one(Question q, Map<String, Question> byRef, List<String> wrong) {
        if (!q.ref().matches(REF)) {
            wrong.add("“" + q.ref() + "” is no reference. Use a capital letter and figures, such as Q14, 12 at most.");
        }
        if (!q.section().matches("[A-Z0-9]{1,4}") || q.sectionTitle().isBlank()) {
            wrong.add(q.ref() + " needs a section (A, B …) and the section's title.");
        }
        length(q.ref(), "the section's title", q.sectionTitle(), 120, wrong);
        if (q.text().isBlank()) {
            wrong.add(q.ref() + " asks nothing. Give it its words.");
        }
        length(q.ref(), "the question", q.text(), 500, wrong);
        length(q.ref(), "the guidance", q.guidance(), 1000, wrong);
        length(q.ref(), "the evidence", q.evidence(), 300, wrong);
        if (q.weight().signum() <= 0 || q.weight().compareTo(new BigDecimal("100")) > 0) {
            wrong.add(q.ref() + " has a weight of " + q.weight().toPlainString() + ". Give one from 0.01 to 100.");
        }
        if (q.scored() && q.kind() != AnswerKind.YES_NO && q.kind() != AnswerKind.SCALE) {
            wrong.add(q.ref() + " is scored, but only yes, partly, no and the scale of 0 to 3 give points.");
        }
        if (q.kind() == AnswerKind.CHOICE
                && q.choices().stream()
                                .map(AnswerKind::slug)
                                .filter(s -> !s.isEmpty())
                                .distinct()
                                .count()
                        < 2) {
            wrong.add(q.ref() + " is a choice and needs at least two choices that differ.");
        }
        if (q.kind() == AnswerKind.GRADE != (q.gradeSubject() != null)) {
            wrong.add(
                    q.ref() + ": a grade says what it grades (referral, response or overall); other questions do not.");
        }
        if (q.criticalWhen() != null
                && (q.kind() != AnswerKind.YES_NO
                        || !Set.of("YES", "NO").contains(q.criticalWhen())
                        || q.criticalCaps() == null)) {
            wrong.add(q.ref()
                    + " is critical: it must be a yes or no question, say which answer fails, and what it caps.");
        }
        wordings(q, wrong);
        if (q.conditionRef() != null) {
            condition(q, byRef.get(q.conditionRef()), wrong);
        } else if (q.conditionValue() != null) {
            wrong.add(q.ref() + " has an answer to wait for but no question to wait for.");
        }
    }

    private static void wordings(Question q, List<String> wrong) {
        Set<String> agencies = new HashSet<>();
        for (Wording w : q.wordings()) {
            if (!w.agency().matches("[A-Z][A-Z0-9_-]{1,19}") || w.text().isBlank()) {
                wrong.add(q.ref() + ": write an agency's words as “POLICE | the question | where it looks”.");
            } else if (!agencies.add(w.agency())) {
                wrong.add(q.ref() + " stands twice in the words of " + w.agency() + ".");
            }
            length(q.ref(), "the question in an agency's words", w.text(), 500, wrong);
            length(q.ref(), "where an agency looks", w.evidence(), 300, wrong);
            if (w.text().contains("|")) {
                wrong.add(q.ref() + ": leave the sign | out of the words themselves.");
            }
        }
        if (q.wordings().stream().mapToInt(w -> w.line().length() + 8).sum() > 3900) {
            wrong.add(q.ref() + " has too many wordings for single agencies; keep them shorter.");
        }
    }

    private static void condition(Question q, @Nullable Question other, List<String> wrong) {
        String value = q.conditionValue();
        if (other == null) {
            wrong.add(q.ref() + " is asked depending on " + q.conditionRef() + ", which is not in this tool.");
        } else if (value == null
                || !other.kind().allows(value.startsWith("!") ? value.substring(1) : value, other.choices())) {
            wrong.add(q.ref() + " waits for “" + value + "”, which is no answer to " + other.ref() + ".");
        }
    }

    private static void length(String ref, String what, @Nullable String text, int most, List<String> wrong) {
        if (text != null && text.length() > most) {
            wrong.add(ref + ": keep " + what + " to " + most + " characters.");
        }
    }

    /** A question that waits for itself, through however many others, would never be asked. */
    private static java.util.Optional<String> loop(Map<String, Question> byRef) {
        for (Question start : byRef.values()) {
            List<String> way = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            Question at = start;
            while (at != null && seen.add(at.ref())) {
                way.add(at.ref());
                at = at.conditionRef() == null ? null : byRef.get(at.conditionRef());
            }
            if (at != null && at.ref().equals(start.ref())) {
                return java.util.Optional.of("The conditions go in a circle: " + String.join(" → ", way) + " → "
                        + start.ref() + ". None of these would ever be asked.");
            }
        }
        return java.util.Optional.empty();
    }
}
