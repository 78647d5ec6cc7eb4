package uk.org.kscb.portal.plan.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a plan's table may hold. */
public enum ColumnRole {
    REF("Reference"),
    ACTION("Action"),
    TIMESCALE("Timescale"),
    START("Start date"),
    END("End date"),
    LEAD("Delivery lead"),
    MEASURE("Targets and measures"),
    JOINT("Joint with"),
    SUPPORTS("Notice, Ofsted or core task reference"),
    STATUS("Status"),
    PRIORITY("Priority"),
    OUTCOME("Outcome");

    private final String label;

    ColumnRole(String label) {
        this.label = label;
    }

    /** For the person who corrects the guess. */
    public String label() {
        return label;
    }

    /** The role's name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ColumnRole> ofCode(String code) {
        return Stream.of(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
