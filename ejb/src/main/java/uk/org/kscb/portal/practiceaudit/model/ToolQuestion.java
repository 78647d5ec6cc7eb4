package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.TextList;
import uk.org.kscb.portal.practiceaudit.AnswerKind;
import uk.org.kscb.portal.practiceaudit.AnsweredBy;
import uk.org.kscb.portal.practiceaudit.GradeSubject;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.Wording;

/** One question of one version. Its ref is the same in every version and variant that asks the same thing. */
@Entity
@Table(name = "tool_question")
public class ToolQuestion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "version_id")
    private ToolVersion version;

    private String ref;
    private String section;

    @Column(name = "section_title")
    private String sectionTitle;

    private int position;
    private String text;
    private @Nullable String guidance;
    private @Nullable String evidence;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer_kind")
    private AnswerKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "answered_by")
    private AnsweredBy answeredBy;

    @Column(name = "critical_when")
    private @Nullable String criticalWhen;

    @Enumerated(EnumType.STRING)
    @Column(name = "critical_caps")
    private @Nullable GradeSubject criticalCaps;

    private BigDecimal weight;
    private boolean scored;

    @Convert(converter = TextList.class)
    private List<String> choices;

    @Column(name = "condition_ref")
    private @Nullable String conditionRef;

    @Column(name = "condition_value")
    private @Nullable String conditionValue;

    @Column(name = "agency_variant")
    private @Nullable String agencyVariant;

    @Convert(converter = TextList.class)
    private List<String> wordings;

    @Enumerated(EnumType.STRING)
    @Column(name = "grade_subject")
    private @Nullable GradeSubject gradeSubject;

    protected ToolQuestion() {}

    ToolQuestion(ToolVersion version, int position, Question says) {
        this.version = version;
        this.position = position;
        this.ref = says.ref();
        this.section = says.section();
        this.sectionTitle = says.sectionTitle();
        this.text = says.text();
        this.guidance = says.guidance();
        this.evidence = says.evidence();
        this.kind = says.kind();
        this.answeredBy = says.answeredBy();
        this.criticalWhen = says.criticalWhen();
        this.criticalCaps = says.criticalCaps();
        this.weight = says.weight();
        this.scored = says.scored();
        this.choices = says.choices();
        this.conditionRef = says.conditionRef();
        this.conditionValue = says.conditionValue();
        this.agencyVariant = says.agencyVariant();
        this.wordings = says.wordings().stream().map(Wording::line).toList();
        this.gradeSubject = says.gradeSubject();
    }

    public long id() {
        return id;
    }

    public String ref() {
        return ref;
    }

    public Question view() {
        return new Question(
                ref,
                section,
                sectionTitle,
                text,
                guidance,
                evidence,
                kind,
                answeredBy,
                criticalWhen,
                criticalCaps,
                weight,
                scored,
                choices,
                conditionRef,
                conditionValue,
                agencyVariant,
                wordings.stream().map(Wording::of).toList(),
                gradeSubject);
    }
}
