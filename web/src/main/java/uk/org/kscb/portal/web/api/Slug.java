package uk.org.kscb.portal.web.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enum names as they stand in JSON and in addresses: {@code at-risk}. */
final class Slug {
    private Slug() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> read(E[] all, String slug) {
        return Stream.of(all).filter(e -> of(e).equals(slug)).findFirst();
    }

    static String list(Enum<?>[] all) {
        return Stream.of(all).map(Slug::of).collect(Collectors.joining(", "));
    }
}
