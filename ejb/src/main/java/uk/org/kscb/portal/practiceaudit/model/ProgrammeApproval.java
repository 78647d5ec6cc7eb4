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

/** One board's word on a year's programme. */
@Entity
@Table(name = "programme_approval")
public class ProgrammeApproval {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "programme_id")
    private Programme programme;

    private String board;
    private String minute;

    @Column(name = "approved_on")
    private LocalDate approvedOn;

    @Column(name = "approved_by")
    private String approvedBy;

    protected ProgrammeApproval() {}

    ProgrammeApproval(Programme programme, String board, String minute, String by, LocalDate on) {
        this.programme = programme;
        this.board = board;
        this.minute = minute;
        this.approvedBy = by;
        this.approvedOn = on;
    }

    public String board() {
        return board;
    }

    public String minute() {
        return minute;
    }

    public LocalDate approvedOn() {
        return approvedOn;
    }
}
