package uk.org.kscb.portal.vignette.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.persistence.TextList;

/** A short invented case. It has no right answer before the panel sets one. */
@Entity(name = "VignetteCase")
@Table(name = "vignette_case")
public class Case {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne
    @JoinColumn(name = "exercise_id")
    private Exercise exercise;

    private String code;
    private int position;
    private String words;

    @Convert(converter = TextList.class)
    private List<String> indicators;

    @Column(name = "panel_level")
    private @Nullable Integer panelLevel;

    @Column(name = "panel_set_by")
    private @Nullable String panelSetBy;

    @Column(name = "panel_set_at")
    private @Nullable Instant panelSetAt;

    protected Case() {}

    Case(Exercise exercise, String code, int position, String words, List<String> indicators) {
        this.exercise = exercise;
        this.code = code;
        this.position = position;
        this.words = words;
        this.indicators = indicators;
    }

    void panelSays(int level, String by, Instant at) {
        panelLevel = level;
        panelSetBy = by;
        panelSetAt = at;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int position() {
        return position;
    }

    public String words() {
        return words;
    }

    public List<String> indicators() {
        return indicators;
    }

    public Optional<Integer> panelLevel() {
        return Optional.ofNullable(panelLevel);
    }
}
