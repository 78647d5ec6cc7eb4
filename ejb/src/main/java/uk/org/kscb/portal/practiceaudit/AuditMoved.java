package uk.org.kscb.portal.practiceaudit;

import java.time.LocalDate;

/**
 * Told to the other services of this room, within the transaction, once a gate was passed: tools freeze, returns open,
 * retention starts to count.
 *
 * @param what name of the {@link AuditMove}, or {@code DRAW}
 */
public record AuditMoved(long auditId, String code, String what, AuditState state, LocalDate on) {}
