package uk.org.kscb.portal.practiceaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.org.kscb.portal.practiceaudit.CaseView.Answered;
import uk.org.kscb.portal.practiceaudit.ReturnView.Head;
import uk.org.kscb.portal.practiceaudit.model.AgencyReturn;
import uk.org.kscb.portal.practiceaudit.model.AuditAgency;
import uk.org.kscb.portal.practiceaudit.model.PracticeAudit;
import uk.org.kscb.portal.practiceaudit.store.ReturnStore.AnswerRow;

/**
 * A return as it is being read: what its pages are made of.
 *
 * @param questions of the audit's tool, in order
 */
record Opened(PracticeAudit audit, AgencyReturn made, ReturnScope scope, Head head, List<Question> questions) {

    /** Why answers to it are not taken now. */
    Optional<String> closed(Instant now) {
        boolean withdrawn =
                audit.agency(made.agencyId()).filter(AuditAgency::takesPart).isEmpty();
        return AnswerRules.closed(
                audit.state(), made.state(), audit.returnsClosedAt().orElse(null), withdrawn, now);
    }

    boolean released(LocalDate today) {
        return audit.releasedOn().filter(on -> !on.isAfter(today)).isPresent();
    }

    /** The questions of the agency in its part, each with its answer. */
    List<Answered> asked(AgencyPart part, Map<String, AnswerRow> answers) {
        List<Question> ours = questions.stream()
                .filter(q -> q.asks(part, head.agency()))
                .map(q -> q.inTheWordsOf(head.agency()))
                .toList();
        Map<String, String> values = new HashMap<>();
        answers.forEach((ref, a) -> {
            if (a.value() != null) {
                values.put(ref, a.value());
            }
        });
        Set<String> refs = Question.wanted(ours, values);
        return ours.stream()
                .map(q -> {
                    AnswerRow a = answers.get(q.ref());
                    boolean wanted = refs.contains(q.ref());
                    return a == null
                            ? new Answered(q, null, null, 0, null, null, wanted)
                            : new Answered(q, a.value(), a.note(), a.version(), a.by(), a.at(), wanted);
                })
                .toList();
    }

    Score score(Collection<Answered> asked) {
        Map<String, String> values = new HashMap<>();
        asked.forEach(a -> {
            if (a.value() != null) {
                values.put(a.question().ref(), a.value());
            }
        });
        return Score.of(
                asked.stream().map(Answered::question).toList(), values, GradingScheme.of(head.gradingScheme()));
    }
}
