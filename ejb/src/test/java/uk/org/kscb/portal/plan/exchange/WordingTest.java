package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.plan.PlanDocument.NamedAgency;

/** The small readers: references, tags, markers, leads, agencies, measures, banners. */
class WordingTest {

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        1.2.3 Do this           | 1.2.3  | Do this
        1.2.3. Do this          | 1.2.3  | Do this
        1.2.3.Do this           | 1.2.3  | Do this
        1.2.10 – Do this        | 1.2.10 | Do this
        Action 1.2: Do this     | 1.2    | Do this
        7) Do this              | 7      | Do this
        1.2.3                   | 1.2.3  | ''
        """)
    void a_reference_stands_before_its_text(String cell, String ref, String rest) {
        assertThat(ActionRef.at(cell)).isEqualTo(new ActionRef(ref, ActionRef.depthOf(ref), rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do 1.2.3", "1.2.3.4.5 x", "50% of all", "1st of May", "31/05/2011", ""})
    void other_numbers_are_no_references(String cell) {
        assertThat(ActionRef.at(cell)).isNull();
    }

    @Test
    void tags_are_taken_however_they_are_written() {
        ReferenceTags tags = new ReferenceTags();
        assertThat(tags.takeTrailing("Work IN 3 teams. IN 10. O2, CT1")).isEqualTo("Work IN 3 teams.");
        assertThat(tags.takeAll("CT 1. CT 03").strip()).isEmpty();
        assertThat(tags.supports().in()).containsExactly("IN 10");
        assertThat(tags.supports().o()).containsExactly("O 2");
        assertThat(tags.supports().ct()).containsExactly("CT 1", "CT 3");
        assertThat(new ReferenceTags().takeTrailing("Score a hundred in 3")).isEqualTo("Score a hundred in 3");
    }

    @Test
    void links_are_other_actions_only() {
        assertThat(ReferenceTags.links("as in 1.2.3 and 1.2.4. See 1.2.3, not 1.1 or 1.2.3.4", "1.2.4"))
                .containsExactly("1.2.3");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        (*Joint with Partners)                                     | Partners
        (Joint with Schools)                                       | Schools
        (*Joint – Also in Health Plans for relevant structures)    | Health
        *Joint with Health and Police                              | Health, Police
        (Joint with the NHS)                                       | Health
        (jointly with Fire Service)                                | Fire Service
        """)
    void a_marker_names_its_partners_in_short(String cell, String partners) {
        JointMarker marker = JointMarker.inRefCell("2.4\n" + cell).marker();
        assertThat(marker).isNotNull();
        assertThat(String.join(", ", marker.partners())).isEqualTo(partners);
        assertThat(marker.raw()).isEqualTo(cell);
    }

    @Test
    void joint_work_in_an_actions_text_is_no_marker_but_a_bracket_is() {
        assertThat(JointMarker.inText("Develop a joint framework (a joint one) with all")
                        .marker())
                .isNull();
        assertThat(JointMarker.inText("Develop it (joint with Police)").marker())
                .isNotNull();
        assertThat(JointMarker.inText("Develop it (joint with Police)").rest()).isEqualTo("Develop it");
    }

    @Test
    void leads_are_told_apart_by_their_look_and_by_their_standing_alone_elsewhere() {
        LeadNames names = new LeadNames(List.of("Heads of Service", "Ada Lark", "Ada Lark Heads of Service"));
        assertThat(names.leads("Ada Lark Heads of Service")).containsExactly("Ada Lark", "Heads of Service");
        assertThat(names.leads("Ben Moss and Cora Finch")).containsExactly("Ben Moss", "Cora Finch");
        assertThat(names.leads("Ben Moss/ Cora Finch")).containsExactly("Ben Moss", "Cora Finch");
        assertThat(names.leads("Ben Moss & partner reps")).containsExactly("Ben Moss", "partner reps");
        assertThat(names.leads("Ben Moss (and external resource)")).containsExactly("Ben Moss", "external resource");
        assertThat(names.leads("Ben Moss (supported with external resource)"))
                .containsExactly("Ben Moss", "external resource");
        assertThat(names.leads("Ben Moss via - Price and Sons")).containsExactly("Ben Moss", "Price and Sons");
        assertThat(names.leads("Ben Moss in consultation with Board partners"))
                .containsExactly("Ben Moss", "Board partners");
        assertThat(names.leads("Chair of the Trust – Ben Moss")).containsExactly("Ben Moss");
        assertThat(names.leads("Head of Planning, Partnerships & Democracy"))
                .containsExactly("Head of Planning, Partnerships & Democracy");
        assertThat(names.leads("Director A; Director B")).containsExactly("Director A", "Director B");
        assertThat(names.leads("")).isEmpty();
    }

    @Test
    void an_agency_is_named_by_marker_words_or_lead() {
        NamedAgencies marked =
                NamedAgencies.of(List.of("Schools"), "Work with schools, the NHS and other partners", "");
        assertThat(marked.agencies())
                .containsExactly(
                        new NamedAgency("KCC", "default"),
                        new NamedAgency("SCHOOLS", "marker", true),
                        new NamedAgency("HEALTH", "text"));
        assertThat(marked.partnersUnnamed()).isFalse();
        NamedAgencies named = NamedAgencies.of(List.of(), "Agree with partners", "Superintendent, Kent Police");
        assertThat(named.agencies()).contains(new NamedAgency("POLICE", "text"));
        assertThat(named.partnersUnnamed()).isTrue();
        assertThat(NamedAgencies.of(List.of(), "Check", "Ada Lark\nHealth").agencies())
                .contains(new NamedAgency("HEALTH", "text"));
        assertThat(NamedAgencies.of(List.of(), "Health assessments of schoolchildren", "")
                        .agencies())
                .containsExactly(new NamedAgency("KCC", "default"));
    }

    @Test
    void measures_are_list_items_or_lines() {
        assertThat(MeasureCell.of("• First\n• Second, which\nruns on\n•\nThird").measures())
                .containsExactly("First", "Second, which runs on", "Third");
        assertThat(MeasureCell.of("- First\n- Second").measures()).containsExactly("First", "Second");
        assertThat(MeasureCell.of("a) First\nb) Second").measures()).containsExactly("First", "Second");
        assertThat(MeasureCell.of("First | Second").measures()).containsExactly("First", "Second");
        assertThat(MeasureCell.of("First\n(Linked to 3.1.1 and 3.1.5)").linksOnly())
                .containsExactly("(Linked to 3.1.1 and 3.1.5)");
        assertThat(MeasureCell.of("Links with 2.2.7, so do it").measures()).hasSize(1);
        assertThat(MeasureCell.of("").measures()).isEmpty();
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', textBlock = """
        Annual report to the board          | Annual      | annual
        reports are sent bi-monthly         | bi-monthly  | bi-monthly
        check every month in the first half | every month | monthly
        plans are regularly reviewed        | regularly   | regularly
        Half-yearly survey                  | Half-yearly | six-monthly
        """)
    void running_text_may_say_how_often(String text, String phrase, String every) {
        assertThat(Recurrence.inText(text)).contains(new Recurrence.Found(phrase, every));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rolling advert", "daily steps", "regular reports", "annualised"})
    void other_words_say_nothing_about_how_often(String text) {
        assertThat(Recurrence.inText(text)).isEmpty();
    }

    @Test
    void banners_are_known_by_their_words() {
        assertThat(BannerText.of("Priority Two – Warm homes", false, 3))
                .isEqualTo(new BannerText.PriorityHeading(2, "Warm homes"));
        assertThat(BannerText.of("2.1 Outcome- Homes are warm", false, 3))
                .isEqualTo(new BannerText.OutcomeHeading("2.1", "Homes are warm"));
        assertThat(BannerText.of("Outcome 2.1: Homes are warm", false, 3))
                .isEqualTo(new BannerText.OutcomeHeading("2.1", "Homes are warm"));
        assertThat(BannerText.of("2.1 Homes are warm", true, 3))
                .isEqualTo(new BannerText.OutcomeHeading("2.1", "Homes are warm"));
        assertThat(BannerText.of("2.1 million homes are warm", false, 3)).isNull();
        assertThat(BannerText.of("Priority Leads (Accountable) – Eve Stone, Fay Reed,", false, 3))
                .isEqualTo(new BannerText.AccountableLeads(List.of("Eve Stone", "Fay Reed")));
        assertThat(BannerText.of("Key objectives: Warm rooms; Dry walls", false, 3))
                .isEqualTo(new BannerText.KeyObjectives(List.of("Warm rooms", "Dry walls")));
    }

    @Test
    void only_a_row_of_headings_is_a_heading_row() {
        assertThat(HeadingGuess.guess(row("Ref", "Area", "Timescale", "Recommendation")))
                .isNull();
        assertThat(HeadingGuess.guess(row("1.1.1", "Action plan", "31 May 2011", "Ada Lark")))
                .isNull();
        assertThat(HeadingGuess.guess(row("Name", "Job title"))).isNull();
        assertThat(HeadingGuess.guess(row("Take action on paths", "Lead officer Ash", "Evidence that it works")))
                .isNull();
        ColumnMapping mapping = HeadingGuess.guess(
                row("#", "What we will do", "By when?", "Responsible officer(s)", "How will we know?"));
        assertThat(mapping).isNotNull();
        assertThat(mapping.columns()).hasSize(5);
        assertThat(mapping.column(ColumnRole.MEASURE)).isEqualTo(4);
    }

    private static SourceBlock.Row row(String... texts) {
        return new SourceBlock.Row(
                "row 1", List.of(texts).stream().map(SourceBlock.Cell::of).toList());
    }
}
