package uk.org.kscb.portal.practiceaudit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.ToolDocument;

/** Which question of an older version a question of a newer one can be compared with. */
@Entity
@Table(name = "tool_bridge")
@IdClass(BridgeLine.Key.class)
public class BridgeLine {

    /** Two versions and the older question. */
    public record Key(long fromVersion, long toVersion, String refFrom) implements Serializable {}

    @Id
    @Column(name = "from_version")
    private long fromVersion;

    @Id
    @Column(name = "to_version")
    private long toVersion;

    @Id
    @Column(name = "ref_from")
    private String refFrom;

    @Column(name = "ref_to")
    private String refTo;

    private @Nullable String note;

    protected BridgeLine() {}

    public BridgeLine(ToolVersion from, ToolVersion to, ToolDocument.BridgeLine says) {
        this.fromVersion = from.id();
        this.toVersion = to.id();
        this.refFrom = says.from();
        this.refTo = says.to();
        this.note = says.note();
    }

    /** @param why answers compare, or how far; null where nothing is to be said */
    public void because(@Nullable String why) {
        this.note = why;
    }

    public ToolDocument.BridgeLine view() {
        return new ToolDocument.BridgeLine(refFrom, refTo, note);
    }
}
