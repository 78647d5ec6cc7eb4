package uk.org.kscb.portal.plan;

/** An agency's badge beside an action: who owes, who leads, which one is the viewer's own. */
public record AgencyBadge(String code, String shortName, String name, boolean lead, boolean own) {}
