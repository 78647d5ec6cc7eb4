package uk.org.kscb.portal.practiceaudit;

import java.nio.file.Path;

/**
 * The sample audits are there, with their cases and states: those who have returns, grades or findings of them to bring in
 * observe this, in the order of their {@code @Priority}, within the same transaction. (Start-up beans that depend on each
 * other over more than one step are taken for a circle by the server.)
 *
 * @param folder the sample data of practice audits
 */
public record SampleAuditsPlayed(Path folder) {}
