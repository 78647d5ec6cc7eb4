package uk.org.kscb.portal.plan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered action of the plan: the fixed point that wordings, contributions and progress updates hold on to. What it
 * says on a given day is an {@link ActionWording}; an action without a current wording is no longer in the plan, and
 * all that was reported on it stays.
 */
@Entity
@Table(name = "action")
public class Action {
    private static final Pattern FIGURES = Pattern.compile("\\d+");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ref;

    @Column(name = "sort_key")
    private String sortKey;

    protected Action() {}

    public Action(String ref) {
        this.ref = ref;
        this.sortKey = sortKey(ref);
    }

    /** 2.4.10 comes after 2.4.9: figures are padded so that texts sort as numbers. */
    static String sortKey(String ref) {
        Matcher figures = FIGURES.matcher(ref);
        return figures.replaceAll(m -> "%05d".formatted(Long.parseLong(m.group()) % 100_000));
    }

    public long id() {
        return id;
    }

    public String ref() {
        return ref;
    }

    public String sortKey() {
        return sortKey;
    }
}
