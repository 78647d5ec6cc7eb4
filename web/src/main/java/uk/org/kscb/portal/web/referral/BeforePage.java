package uk.org.kscb.portal.web.referral;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import uk.org.kscb.portal.referral.AdviceService;
import uk.org.kscb.portal.web.shell.Sent;

/**
 * Four questions before a referral. The answers stand in the address, come from lists and are kept nowhere; what follows
 * is a next step, never a level (BRIEF 0, rule 1).
 */
@Named
@RequestScoped
public class BeforePage {

    /** A question with its answers. */
    public record Question(String name, String words, String help, List<Answer> answers) {}

    @EJB
    private AdviceService advice;

    @Inject
    private LevelNames levels;

    /** An answer that may be chosen. */
    public record Answer(String value, String words, boolean chosen) {}

    public List<Question> getQuestions() {
        return List.of(
                question(
                        "level",
                        "Which level do you think it is?",
                        "Your judgement, with the guidance beside you. The portal does not work it out.",
                        "1",
                        levels.of(1),
                        "2",
                        levels.of(2),
                        "3",
                        levels.of(3),
                        "4",
                        levels.of(4) + ", or I suspect significant harm",
                        "unsure",
                        "I am not sure"),
                question(
                        "family",
                        "Does the family agree?",
                        "Below significant harm their agreement is expected. It never stops a referral about"
                                + " significant harm.",
                        "yes",
                        "Yes",
                        "no",
                        "No, they refused",
                        "unsafe",
                        "Asking would raise the risk",
                        "not-asked",
                        "Not asked yet"),
                question(
                        "advice",
                        "Do you need advice first?",
                        "A talk between professionals, without the child's name.",
                        "yes",
                        "Yes",
                        "no",
                        "No"),
                question(
                        "lead",
                        "Have you talked to your safeguarding lead?",
                        "Do not wait for them when a child is in danger now.",
                        "yes",
                        "Yes",
                        "no",
                        "Not yet"));
    }

    public boolean isAnswered() {
        return !Sent.text("level").isEmpty();
    }

    /** What to do now, most urgent first. */
    public List<String> getSteps() {
        List<String> steps = new ArrayList<>();
        boolean harm = Sent.text("level").equals("4");
        if (harm) {
            steps.add("Phone now, on the numbers at the top of this page. Then confirm in writing with the form.");
            if (!Sent.text("family").equals("yes")) {
                steps.add("Go on without agreement. Write down on the form why it was refused or not asked.");
            }
        } else if (Sent.text("family").equals("no")) {
            steps.add("Help cannot be forced. Write the refusal down, keep offering, and think again whether the risk"
                    + " is higher than you thought.");
        } else if (Sent.text("family").equals("unsafe")) {
            steps.add("If asking would put somebody at risk, that may be significant harm. Phone for advice today.");
        } else if (Sent.text("family").equals("not-asked")) {
            steps.add("Talk to the family first, if that is safe. Say what worries you and what could help.");
        }
        if (Sent.text("lead").equals("no")) {
            steps.add(
                    harm
                            ? "Tell your safeguarding lead as soon as you can; do not wait for them."
                            : "Talk to your safeguarding lead before you send it.");
        }
        if (Sent.text("advice").equals("yes") || Sent.text("level").equals("unsure")) {
            steps.add("Ask for advice. You get a call within "
                    + advice.promise().words() + "; if it cannot wait, phone.");
        }
        if (Sent.text("level").equals("1") || Sent.text("level").equals("2")) {
            steps.add("At this level help usually comes from your own service, or from a common assessment with the"
                    + " family. You may still refer.");
        }
        return steps;
    }

    private static Question question(String name, String words, String help, String... pairs) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.add(new Answer(pairs[i], pairs[i + 1], pairs[i].equals(Sent.text(name))));
        }
        return new Question(name, words, help, answers);
    }
}
