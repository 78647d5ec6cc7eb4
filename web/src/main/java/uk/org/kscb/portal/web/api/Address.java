package uk.org.kscb.portal.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.plan.ActionFilter;
import uk.org.kscb.portal.plan.ActionFilter.Due;
import uk.org.kscb.portal.plan.ActionFilter.Show;
import uk.org.kscb.portal.plan.ActionFilter.Sort;
import uk.org.kscb.portal.plan.DeliveryStatus;
import uk.org.kscb.portal.web.api.Problem.FieldError;

/**
 * Parameters of an address, read strictly. A page forgives a slip of the pen; a program that asks for {@code
 * status=lat} and gets every action would not notice.
 */
final class Address {
    private static final String DAY = "Give a day as 2011-06-30.";

    private final MultivaluedMap<String, String> given;
    private final List<FieldError> errors = new ArrayList<>();

    private Address(MultivaluedMap<String, String> given) {
        this.given = given;
    }

    /** The filter of the list of actions, the same as on the page; without {@code show} it is all actions. */
    static ActionFilter filter(MultivaluedMap<String, String> given) {
        Address address = new Address(given);
        address.check(
                "show",
                Slug.list(Show.values()),
                s -> Slug.read(Show.values(), s).isPresent());
        address.check(
                "status",
                Slug.list(DeliveryStatus.values()),
                s -> Slug.read(DeliveryStatus.values(), s).isPresent());
        address.check(
                "due", Slug.list(Due.values()), s -> Slug.read(Due.values(), s).isPresent());
        address.check(
                "sort",
                Slug.list(Sort.values()) + ", with a minus for the other way round",
                s -> Slug.read(Sort.values(), s.startsWith("-") ? s.substring(1) : s)
                        .isPresent());
        address.check("priority", "a whole number", Address::number);
        address.check("page", "a whole number from 1", Address::number);
        address.check(
                "size", "a whole number from 1; more than " + ActionFilter.MOST + " counts as that", Address::number);
        address.check("asAt", DAY, s -> day(s) != null);
        address.refuseErrors();
        return ActionFilter.from(given, Show.ALL);
    }

    /** @return null for today */
    static @Nullable LocalDate asAt(MultivaluedMap<String, String> given) {
        Address address = new Address(given);
        address.check("asAt", DAY, s -> day(s) != null);
        address.refuseErrors();
        String text = given.getFirst("asAt");
        return text == null || text.isBlank() ? null : day(text);
    }

    private void check(String name, String expected, Predicate<String> good) {
        List<String> values = given.getOrDefault(name, List.of());
        boolean allGood = values.stream()
                .flatMap(v -> Stream.of(v.split(",")))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .allMatch(good);
        if (!allGood) {
            errors.add(new FieldError(name, expected.equals(DAY) ? DAY : "Expected: " + expected + "."));
        }
    }

    private void refuseErrors() {
        if (!errors.isEmpty()) {
            throw ProblemException.badParameter(errors);
        }
    }

    private static boolean number(String text) {
        return text.length() <= 7 && text.chars().allMatch(c -> c >= '0' && c <= '9') && Integer.parseInt(text) > 0;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
