package uk.org.kscb.portal.web.referral;

import java.util.List;

/** What a receiving team expects in a referral (BRIEF 3.8). Filled in, and kept, in the browser only. */
final class FormFields {
    private FormFields() {}

    /** @param repeated may be filled in for several children */
    public record Section(String id, String heading, String help, boolean repeated, List<Field> fields) {}

    /**
     * @param kind text, tel, date or area
     * @param minimum without it a receiving team cannot start
     */
    public record Field(String id, String label, String help, String kind, boolean minimum) {}

    static final List<Section> BEFORE_LEVEL = List.of(
            new Section(
                    "you",
                    "You",
                    "So that the receiving team can call you back today.",
                    false,
                    List.of(
                            must("you-name", "Your name", ""),
                            may("you-role", "Your role", ""),
                            new Field(
                                    "you-phone", "Phone for the next hours", "A number that is answered.", "tel", true),
                            may("you-when", "Best time to call", ""),
                            may("you-after", "Who can be reached out of hours", "Name and phone."),
                            may("you-known", "How long you have known the family", ""))),
            new Section(
                    "child",
                    "The child",
                    "Also a child who is not born yet. Add each child of the family you worry about.",
                    true,
                    List.of(
                            must("child-name", "Name", "Also other names they use. For an unborn child: the mother's."),
                            must("child-born", "Date of birth, or due date", "If you do not know: about how old."),
                            may("child-sex", "Sex", ""),
                            must("child-ethnicity", "Ethnicity", "As the family says it. “Not known” is an answer."),
                            may("child-language", "First language, interpreter needed?", ""),
                            may("child-religion", "Religion", ""),
                            may(
                                    "child-disability",
                                    "Disability, communication needs",
                                    "How does this child best say things?"),
                            may("child-school", "School, nursery or college, and GP", ""),
                            must("child-now", "Where the child is now", "Address, and who is with them."),
                            may("child-home", "Usual address, if different", ""))),
            new Section(
                    "home",
                    "Family and others",
                    "",
                    false,
                    List.of(
                            area(
                                    "home-people",
                                    "Who lives there, and who else matters",
                                    "Names, ages, how related.",
                                    true),
                            may("home-parental", "Who has parental responsibility", ""),
                            area("home-agencies", "Other agencies involved", "Who, since when.", false))),
            new Section(
                    "story",
                    "What worries you",
                    "Facts first: what was seen and said, by whom, when. Keep opinion apart.",
                    false,
                    List.of(
                            area(
                                    "story-what",
                                    "What has happened?",
                                    "Dates, facts, who saw it, the child’s own words.",
                                    true),
                            area("story-why", "Why now?", "", true),
                            area("story-wishes", "What does the child want and feel?", "", false),
                            area(
                                    "story-tried",
                                    "Strengths, and what has been tried",
                                    "Is a common assessment (CAF) attached? A team around the child? Dates.",
                                    false))));

    static final List<Section> AFTER_LEVEL = List.of(new Section(
            "next",
            "What next",
            "",
            false,
            List.of(
                    area(
                            "next-level",
                            "Why you think it is this level",
                            "Name the examples of the guidance that fit (I46 …). Several low worries may be one high.",
                            true),
                    area("next-want", "What you want to happen", "", true),
                    area("next-done", "What has been done already to keep the child safe", "", false),
                    may("next-risk", "Risks to workers who visit", ""))));

    static final Section AGREEMENT = new Section(
            "agree",
            "Agreement in detail",
            "",
            false,
            List.of(
                    may("agree-who", "Who was asked, and when?", ""),
                    area(
                            "agree-why",
                            "If refused or not asked: why?",
                            "For example: asking would raise the risk. Lack of agreement never stops a referral about"
                                    + " significant harm.",
                            false),
                    may("agree-told", "Has the child or a parent been told of this referral?", "")));

    private static Field must(String id, String label, String help) {
        return new Field(id, label, help, "text", true);
    }

    private static Field may(String id, String label, String help) {
        return new Field(id, label, help, "text", false);
    }

    private static Field area(String id, String label, String help, boolean minimum) {
        return new Field(id, label, help, "area", minimum);
    }
}
