package uk.org.kscb.portal.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, for throttling. Behind a proxy that {@code PORTAL_PROXIES} names (addresses, with commas)
 * the address that it passed on counts; what anybody else writes into that header does not.
 */
public final class ClientAddress {
    private static final Set<String> PROXIES = proxies(System.getenv("PORTAL_PROXIES"));
    private static final int LONGEST = 45; // an IPv6 address with an IPv4 tail

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")), PROXIES);
    }

    /** @param forwarded lines of the header, in which each proxy adds at the end whom it speaks for */
    static String of(String nearest, List<String> forwarded, Set<String> proxies) {
        List<String> way = forwarded.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty() && hop.length() <= LONGEST)
                .toList();
        String client = nearest;
        for (int i = way.size() - 1; i >= 0 && proxies.contains(client); i--) {
            client = way.get(i);
        }
        return client;
    }

    static Set<String> proxies(@Nullable String said) {
        return said == null
                ? Set.of()
                : Stream.of(said.split(",", -1))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
