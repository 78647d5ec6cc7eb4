package uk.org.kscb.portal.practiceaudit;

import java.util.Optional;

/**
 * A gate that another part of this room keeps: returns know whether they are signed off, findings whether each
 * recommendation has an owner. Every CDI bean of this type is asked before an audit moves, and when its page says what
 * holds it up.
 */
public interface AuditGate {

    /** @return why the audit may not make this move yet, in a sentence that says what to do; empty when it may */
    Optional<String> shut(long auditId, AuditMove move);
}
