package uk.org.kscb.portal.vignette;

import java.util.List;

/** The short invented cases of the brief (3.5), without the likely answers: those are for the panel. */
final class StartingCases {
    private StartingCases() {}

    record Start(String words, List<String> indicators) {}

    static final List<Start> ALL = List.of(
            new Start(
                    "A girl of 6 is late most days. Her mother has newly separated, is worried, and asks for help.",
                    List.of("I11", "I12")),
            new Start(
                    "A boy of 13 has been missing four times in two months. He has a new phone and says “a mate gave"
                            + " it”. His parents work with you.",
                    List.of("I31", "I32")),
            new Start(
                    "A baby of 10 weeks has a small bruise on the cheek. The parents say it was the dummy.",
                    List.of("I46")),
            new Start(
                    "A child of 3 who runs about has a bruise on the shin, and a good explanation for it.",
                    List.of("I49")),
            new Start(
                    "Home has been poor for 18 months. Three agencies each hold what they call a low worry.",
                    List.of("I38", "I10")),
            new Start(
                    "A 17-year-old was thrown out, is safe with an aunt for now, and wants to return.",
                    List.of("I35", "I54")));
}
