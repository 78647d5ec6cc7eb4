package uk.org.kscb.portal.partnership;

import org.jspecify.annotations.Nullable;

/** @param umbrella code of the agency above it, or null */
public record AgencyView(
        String code,
        String name,
        String shortName,
        @Nullable String umbrella) {}
