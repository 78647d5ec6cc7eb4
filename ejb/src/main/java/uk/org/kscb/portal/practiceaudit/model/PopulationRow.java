package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.model.AuditCase.Traits;
import uk.org.kscb.portal.practiceaudit.model.SampleMethod.Unit;

/**
 * A code that a sample is drawn from. Here from the upload until the list of codes is taken; then it is deleted, and with it
 * the only way from a case back to whatever the code stood for.
 */
@Entity
@Table(name = "population")
public class PopulationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "audit_id")
    private PracticeAudit audit;

    private String code;
    private String stratum;

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

    private @Nullable Boolean disabled;

    @Column(name = "in_care")
    private @Nullable Boolean inCare;

    private @Nullable String family;

    @Column(name = "case_code")
    private @Nullable String caseCode;

    protected PopulationRow() {}

    public PopulationRow(PracticeAudit audit, String code, String stratum, Traits traits, SampleSpread.Trait spread) {
        this.audit = audit;
        this.code = code;
        this.stratum = stratum;
        this.referringAgencyId = traits.referringAgencyId();
        this.ageBand = traits.ageBand();
        this.sex = traits.sex();
        this.ethnicityGroup = traits.ethnicityGroup();
        this.district = traits.district();
        this.outcome = traits.outcome();
        this.referralOn = traits.referralOn();
        this.disabled = spread.disabled();
        this.inCare = spread.inCare();
        this.family = spread.family();
    }

    void drawnAs(@Nullable String caseCode) {
        this.caseCode = caseCode;
    }

    public Unit unit() {
        return new Unit(code, stratum);
    }

    Traits traits() {
        return new Traits(referringAgencyId, ageBand, sex, ethnicityGroup, district, outcome, referralOn);
    }

    SampleSpread.Trait spread() {
        return new SampleSpread.Trait(disabled, inCare, family);
    }

    public String code() {
        return code;
    }

    public String stratum() {
        return stratum;
    }

    public Optional<String> caseCode() {
        return Optional.ofNullable(caseCode);
    }
}
