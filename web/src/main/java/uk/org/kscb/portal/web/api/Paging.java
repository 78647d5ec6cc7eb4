package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links to the other pages of a list (RFC 8288), relative to this server whatever name it was called by. */
final class Paging {
    private Paging() {}

    static Optional<String> link(UriInfo uri, int page, int pages) {
        List<String> links = new ArrayList<>();
        if (pages > 1) {
            links.add(link(uri, 1, "first"));
        }
        if (page > 1) {
            links.add(link(uri, Math.min(page - 1, pages), "prev"));
        }
        if (page < pages) {
            links.add(link(uri, page + 1, "next"));
        }
        if (pages > 1) {
            links.add(link(uri, pages, "last"));
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private static String link(UriInfo uri, int page, String rel) {
        URI there = uri.getRequestUriBuilder().replaceQueryParam("page", page).build();
        return "<" + there.getRawPath() + "?" + there.getRawQuery() + ">; rel=\"" + rel + "\"";
    }
}
