package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.practiceaudit.CaseStatus;

/**
 * One piece of work in an audit, known by a random code alone. Life story: drawn into the sample or as a reserve →
 * answered for; or excluded with a reason and, if a reserve is left in its stratum, replaced by it.
 */
@Entity
@Table(name = "audit_case")
public class AuditCase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    private String code;
    private int position;
    private String stratum;
    private boolean reserve;

    @Enumerated(EnumType.STRING)
    private CaseStatus status;

    @ManyToOne
    @JoinColumn(name = "replaced_by_id")
    private @Nullable AuditCase replacedBy;

    private @Nullable String reason;

    @Column(name = "decided_by_agency_id")
    private @Nullable Long decidedByAgencyId;

    @Column(name = "decided_on")
    private @Nullable LocalDate decidedOn;

    @Column(name = "referring_agency_id")
    private @Nullable Long referringAgencyId;

    @Column(name = "age_band")
    private @Nullable String ageBand;

    private @Nullable String sex;

    @Column(name = "ethnicity_group")
    private @Nullable String ethnicityGroup;

    private @Nullable String district;
    private @Nullable String outcome;

    @Column(name = "referral_on")
    private @Nullable LocalDate referralOn;

    protected AuditCase() {}

    /** What the portal knows of a case: groups and bands, each null when the theme does not need it. */
    public record Traits(
            @Nullable Long referringAgencyId,
            @Nullable String ageBand,
            @Nullable String sex,
            @Nullable String ethnicityGroup,
            @Nullable String district,
            @Nullable String outcome,
            @Nullable LocalDate referralOn) {
        public static final Traits NONE = new Traits(null, null, null, null, null, null, null);
    }

    public AuditCase(PracticeAudit audit, String code, int position, String stratum, boolean reserve, Traits traits) {
        this.audit = audit;
        this.code = code;
        this.position = position;
        this.stratum = stratum;
        this.reserve = reserve;
        this.status = reserve ? CaseStatus.RESERVE : CaseStatus.IN_SAMPLE;
        this.referringAgencyId = traits.referringAgencyId();
        this.ageBand = traits.ageBand();
        this.sex = traits.sex();
        this.ethnicityGroup = traits.ethnicityGroup();
        this.district = traits.district();
        this.outcome = traits.outcome();
        this.referralOn = traits.referralOn();
    }

    /**
     * Leaves the sample at somebody's word; a reserve of its stratum comes in its place.
     *
     * @param by agency that asked for it, null when the audit's lead did
     */
    public void replaceWith(AuditCase reserve, String why, @Nullable Long by, LocalDate on) {
        leave(CaseStatus.REPLACED, why, by, on);
        reserve.status = CaseStatus.IN_SAMPLE;
        replacedBy = reserve;
    }

    /** Leaves the sample, and nothing comes in its place. */
    public void exclude(String why, @Nullable Long by, LocalDate on) {
        leave(CaseStatus.EXCLUDED, why, by, on);
    }

    private void leave(CaseStatus how, String why, @Nullable Long by, LocalDate on) {
        if (status != CaseStatus.IN_SAMPLE) {
            throw new Refusal("case", "This case is not in the sample, so it cannot leave it.");
        }
        if (why.isBlank() || why.length() > 500) {
            throw new Refusal("caseReason", "Say why, in up to 500 characters. A weak file is no reason.");
        }
        status = how;
        reason = why.strip();
        decidedByAgencyId = by;
        decidedOn = on;
    }

    public long id() {
        return id;
    }

    public PracticeAudit audit() {
        return audit;
    }

    public String code() {
        return code;
    }

    public int position() {
        return position;
    }

    public String stratum() {
        return stratum;
    }

    /** Drawn as a reserve, whatever became of it. */
    public boolean reserve() {
        return reserve;
    }

    public CaseStatus status() {
        return status;
    }

    public boolean answeredFor() {
        return status == CaseStatus.IN_SAMPLE;
    }

    public Optional<AuditCase> replacedBy() {
        return Optional.ofNullable(replacedBy);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<Long> decidedByAgencyId() {
        return Optional.ofNullable(decidedByAgencyId);
    }

    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    public Traits traits() {
        return new Traits(referringAgencyId, ageBand, sex, ethnicityGroup, district, outcome, referralOn);
    }
}
