package uk.org.kscb.portal.practiceaudit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.model.ToolQuestion;
import uk.org.kscb.portal.practiceaudit.model.ToolVersion;

/** The questions of a version, with one put in or taken out. */
record QuestionList(List<Question> questions) {

    static QuestionList of(ToolVersion version) {
        return new QuestionList(
                version.questions().stream().map(ToolQuestion::view).toList());
    }

    /** @param after ref that it is to follow; null for its old place, or the end of its section */
    List<Question> put(Question question, @Nullable String after) {
        List<Question> all = new ArrayList<>(questions);
        int old = at(all, question.ref());
        if (old >= 0) {
            all.remove(old);
        }
        int place = after != null && at(all, after) >= 0
                ? at(all, after) + 1
                : old >= 0 ? old : endOf(all, question.section());
        all.add(place, question);
        return all;
    }

    List<Question> without(String ref) {
        return questions.stream().filter(q -> !q.ref().equals(ref)).toList();
    }

    private static int at(List<Question> all, String ref) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).ref().equals(ref)) {
                return i;
            }
        }
        return -1;
    }

    private static int endOf(List<Question> all, String section) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).section().equals(section)) {
                return i + 1;
            }
        }
        return all.size();
    }
}
