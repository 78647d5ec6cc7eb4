package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.AgencyBadge;
import uk.org.kscb.portal.platform.statistics.Coefficient;
import uk.org.kscb.portal.platform.statistics.Grid;
import uk.org.kscb.portal.platform.statistics.Share;

/**
 * What the numbers of one audit say to one viewer. Only signed-off returns are counted. What the viewer may not see is not
 * in here: figures that are kept back have lost their numbers.
 *
 * @param figures null until the viewer may see any: before release, to all but those who run and moderate the audit
 */
public record ResultView(
        Head head,
        Sight sight,
        ResultFilter filter,
        @Nullable Figures figures,
        @Nullable Own own) {

    /** How much the viewer sees. */
    public enum Sight {
        /** Runs or moderates audits: every figure. */
        EVERYTHING,
        /** Own cases, and the county beside them. */
        OWN,
        /** The board: whole-county figures and comparable agencies, small numbers kept back. */
        SUMMARY
    }

    /**
     * @param drawn cases of the sample with those excluded since; @param usable answered for by a signed-off return
     * @param destroyedOn the day on which the case-level returns were destroyed, or null
     */
    public record Head(
            String code,
            String title,
            String question,
            AuditKind kind,
            AuditState state,
            LocalDate from,
            LocalDate until,
            long drawn,
            long usable,
            long excluded,
            long agencies,
            @Nullable String tool,
            @Nullable LocalDate moderatedOn,
            @Nullable LocalDate releasedOn,
            @Nullable LocalDate destroyedOn,
            boolean released) {}

    /** @param kept a small number that is not shown; its share is then empty */
    public record Shown(Share share, boolean kept) {
        public static final Shown KEPT_BACK = new Shown(new Share(0, 0), true);

        public static Shown of(Share share) {
            return new Shown(share, false);
        }
    }

    public record Figures(
            @Nullable Threshold threshold,
            List<GradeTable> grades,
            List<QuestionLine> questions,
            List<SectionLine> sections,
            List<GroupLine> agencies,
            List<GroupLine> districts,
            @Nullable Strata strata,
            @Nullable Speed speed,
            @Nullable Levels levels,
            List<Calibration> calibration,
            @Nullable Rounds rounds) {}

    public record Threshold(Shown match, List<OutcomeLine> outcomes, long cases) {}

    public record OutcomeLine(ThresholdOutcome outcome, Shown share) {}

    /**
     * Self-grades against the panel's.
     *
     * @param title of the section that asks for it
     * @param labels of the scale, best first
     * @param grid null where the viewer sees the sums alone
     */
    public record GradeTable(
            GradeSubject subject,
            String title,
            List<String> labels,
            @Nullable Grid grid,
            Shown unchanged,
            Shown down,
            Shown up,
            Coefficient kappa,
            Coefficient linear,
            Coefficient quadratic) {}

    /** @param both whether referrer and front door answered alike, where both were asked; null where not */
    public record QuestionLine(
            String ref,
            String section,
            String text,
            Shown met,
            long notApplicable,
            @Nullable Shown both) {}

    /** @param met answers that met the standard, of all that could */
    public record SectionLine(String section, String title, Shown met) {}

    /** @param comparable 20 cases or more: fewer are not set beside others */
    public record GroupLine(
            @Nullable AgencyBadge agency,
            String name,
            long cases,
            boolean comparable,
            Shown met,
            Shown matched,
            Shown goodOrBetter) {}

    /**
     * Stratum by stratum.
     *
     * @param met, matched and goodOrBetter: the whole county's share, from 0 to 1, each stratum weighing what it weighs in the
     *     population; null where a stratum has no figure, or one too small to be told of
     */
    public record Strata(
            List<StratumLine> lines,
            @Nullable Double met,
            @Nullable Double matched,
            @Nullable Double goodOrBetter) {}

    /** @param population from which the stratum was drawn */
    public record StratumLine(int population, GroupLine line) {}

    /**
     * From the time that a referral came to the time of the decision.
     *
     * @param hours median; @param longest hours; both null where kept back
     * @param inTime by the end of the next working day
     */
    public record Speed(
            long cases, @Nullable Double hours, @Nullable Double longest, Shown inTime) {}

    /**
     * How far those who judged the same cases agree on the level.
     *
     * @param agreement share of pairs, 0 to 1, or null when no case has two judges
     * @param items least agreed first; empty where cases are not shown
     */
    public record Levels(
            long cases, @Nullable Double agreement, Coefficient fleiss, Coefficient alpha, List<LevelItem> items) {}

    /** @param counts how many chose levels 1 to 4 */
    public record LevelItem(String code, List<Integer> counts, double agreement) {}

    /** One agency in one audit: a self-grade that is moved down again and again is a finding in itself. */
    public record Calibration(
            AgencyBadge agency,
            String auditCode,
            LocalDate on,
            Shown unchanged,
            Shown down,
            Shown up,
            double stepsDown) {}

    public record Rounds(String beforeCode, String beforeTitle, boolean sameTool, List<RoundLine> lines) {}

    /** @param certain the intervals of the two rounds do not overlap */
    public record RoundLine(String ref, String text, Shown before, Shown now, Change change, boolean certain) {}

    public enum Change {
        IMPROVED("Improved"),
        HELD("Held"),
        NEEDS_WORK("Needs work"),
        NOT_COMPARABLE("Not comparable");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** The viewer's own agency. */
    /** @param cases one line for each grade: a case may have one for the referral and one for the response */
    public record Own(AgencyBadge agency, List<OwnCase> cases, List<OwnTally> tallies, List<OwnQuestion> questions) {
        public long caseCount() {
            return cases.stream().map(OwnCase::code).distinct().count();
        }
    }

    /** @param moderated null until the panel has graded it */
    public record OwnCase(
            String code,
            GradeSubject subject,
            String self,
            @Nullable String moderated,
            @Nullable String reason,
            @Nullable String direction) {}

    /** How often the agency gave a grade, and how often the panel. */
    public record OwnTally(GradeSubject subject, String grade, long self, long moderated) {}

    /** @param county all agencies together, kept back where it would tell of one of them */
    public record OwnQuestion(String ref, String text, Shown own, Shown county) {}
}
