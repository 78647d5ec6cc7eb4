package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;

/** A small invented plan with the habits of real ones: markers, tags, follow-up rows, several dates in a cell. */
final class InventedPlan {

    static final List<String> HEADINGS = List.of("Ref", "Actions", "Timescale", "Delivery Leads", "Targets & Measures");

    static final String PRIORITY_1 = "Priority 1 – Safer journeys";
    static final String OUTCOME_1_1 = "1.1 Outcome - Children walk to school on lit paths.";
    static final String OUTCOME_1_2 = "1.2 Outcome: Drivers keep to the limit";
    static final String PRIORITY_2 = "Priority 2: Better news";
    static final String OUTCOME_2_1 = "2.1 Outcome – Families hear of changes in time.";

    static final List<List<String>> TABLE_1_1 = List.of(
            List.of(
                    "1.1\n(*Joint with Partners)",
                    "1.1.1. Map every unlit path. IN 3. CT1.",
                    "1 March – 31 May 2011",
                    "Ada Lark",
                    "• Map drawn\n• Map checked monthly by volunteers\n•"),
            List.of("", "", "1 June 2011 - 31 June 2011 (review)", "", "• Gaps listed"),
            List.of(
                    "O 4.",
                    "1.1.2 Light the worst ten paths\nCT 2.",
                    "Completed",
                    "Ada Lark and Ben Moss",
                    "Ten paths lit\nLink to 1.2.1"));

    static final List<List<String>> TABLE_1_2 = List.of(
            List.of(
                    "1.2",
                    "1.2.1 Hold speed checks with the police",
                    "Quarterly",
                    "Head of Roads, Signs and Bridges",
                    "• Checks held in line with 1.1.1"),
            List.of(
                    "(*Joint with Health)",
                    "1.2.2 Teach first aid, including:\n• burns\n• falls\nO 5.",
                    "1 May 2011 – 31 May 2011\n1 June 2011 – 30 June 2011",
                    "Ben Moss / Cora Finch",
                    "• Course written\n• Course held"),
            List.of(
                    "(1.2.3 & 1.2.4 Joint with Schools: measured elsewhere)",
                    "1.2.3 Paint crossings",
                    "Report in 31 May 2011 & 31 July 2011",
                    "Ada Lark Ben Moss",
                    "Crossings seen from afar"),
            List.of("", "1.2.4.Count the crossings", "From 1 April 2011", "Cora Finch", "Count published"));

    static final List<List<String>> TABLE_2_1 = List.of(
            List.of(
                    "CT 9.",
                    "2.1.1 Write an annual newsletter for partners",
                    "30 June - July 2011",
                    "Dee Wren & partners",
                    "Newsletter sent through the Children's Trust"),
            List.of(
                    "2.1\n(Joint with Police)",
                    "2.1.2 Paint crossings",
                    "By end of Q2",
                    "",
                    "Quarterly report to the KSCB"));

    private InventedPlan() {}

    static byte[] csv() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        rows.add(line(PRIORITY_1));
        rows.add(line(OUTCOME_1_1));
        rows.addAll(TABLE_1_1);
        rows.add(line(""));
        rows.add(line(OUTCOME_1_2));
        rows.addAll(TABLE_1_2);
        rows.add(line(PRIORITY_2));
        rows.add(line(OUTCOME_2_1));
        rows.add(HEADINGS);
        rows.addAll(TABLE_2_1);
        return SampleFiles.csv(rows);
    }

    static byte[] word() {
        return new SampleFiles.Word()
                .heading("Our themes")
                .heading("Priority One: Making journeys safer, as announced in May")
                .paragraph("Some words about the 1.1 billion reasons to do so.")
                .heading(PRIORITY_1)
                .paragraph("Key Objectives: Lit paths; Slower cars;")
                .paragraph("Priority Leads (Accountable) – Eve Stone,")
                .heading(OUTCOME_1_1)
                .table(withHeadings(TABLE_1_1))
                .heading(OUTCOME_1_2)
                .table(withHeadings(TABLE_1_2))
                .heading(PRIORITY_2)
                .heading(OUTCOME_2_1)
                .table(withHeadings(TABLE_2_1))
                .heading("Appendix: who is who")
                .table(List.of(
                        List.of("Ada Lark", "Head teacher, Hill School"),
                        List.of("Dee Wren", "Chair, Kent Safeguarding Children Board")))
                .bytes();
    }

    private static List<List<String>> withHeadings(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEADINGS);
        all.addAll(rows);
        return all;
    }

    private static List<String> line(String text) {
        return List.of(text, "", "", "", "");
    }
}
