package uk.org.kscb.portal.web.practiceaudit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.practiceaudit.AgencyPart;

/** What was asked for or typed, read: days so that a wrong one is told what is wrong with it. */
final class Asked {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/. ](\\d{1,2})[/. ](\\d{4})");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private Asked() {}

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /**
     * @return null when nothing was typed
     * @throws Refusal for what is no day, saying why: 31 September 2011 does not exist. September has 30 days.
     */
    static @Nullable LocalDate day(String field, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(field, text, iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher british = BRITISH.matcher(text);
        if (british.matches()) {
            return day(field, text, british.group(3), british.group(2), british.group(1));
        }
        throw new Refusal(field, "“" + text + "” is not a day. Write it as 30/9/2011.");
    }

    private static LocalDate day(String field, String text, String year, String month, String day) {
        try {
            YearMonth in = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            int number = Integer.parseInt(day);
            if (number < 1 || number > in.lengthOfMonth()) {
                String name = LONG.format(in);
                throw new Refusal(
                        field,
                        number + " " + name + " " + in.getYear() + " does not exist. " + name + " has "
                                + in.lengthOfMonth() + " days.");
            }
            return in.atDay(number);
        } catch (DateTimeException e) {
            throw new Refusal(field, "“" + text + "” is not a day: there is no month " + month + ".");
        }
    }

    /** As it stands in addresses: front-door. @throws NotVisible for what is no part */
    static @Nullable AgencyPart part(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return null;
        }
        return constant(AgencyPart.class, slug.toUpperCase(Locale.ROOT).replace('-', '_'))
                .orElseThrow(() -> new NotVisible("part of a case"));
    }
}
