package uk.org.kscb.portal.practiceaudit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scale of grades with the days on which it was in use. A result keeps the words of its scheme for ever: what was
 * "adequate" in 2011 is never shown as "requires improvement". Data: {@code grading-schemes.json} beside this class.
 *
 * @param code as audits name it: {@code OFSTED_2011}
 * @param until null while it is in use
 * @param grades best first
 */
public record GradingScheme(
        String code,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Grade> grades) {

    private static final Map<String, GradingScheme> ALL = read();

    /**
     * @param slug as it is kept; @param meaning in the partnership's own words
     * @param suggestedFrom least share of points, in percent, from which the score suggests it
     */
    public record Grade(String slug, String label, String meaning, int suggestedFrom) {}

    public static List<GradingScheme> all() {
        return List.copyOf(ALL.values());
    }

    /** @throws IllegalArgumentException when there is no such scheme */
    public static GradingScheme of(String code) {
        GradingScheme scheme = ALL.get(code);
        if (scheme == null) {
            throw new IllegalArgumentException("There is no grading scheme " + code);
        }
        return scheme;
    }

    public static boolean exists(String code) {
        return ALL.containsKey(code);
    }

    /** 0 for the best grade. @throws IllegalArgumentException when the scheme has no such grade */
    public int rank(String slug) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).slug().equals(slug)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no grade " + slug);
    }

    public boolean has(String slug) {
        return grades.stream().anyMatch(g -> g.slug().equals(slug));
    }

    /** The label of a grade; the slug itself when another scheme's. */
    public String label(@Nullable String slug) {
        return grades.stream()
                .filter(g -> g.slug().equals(slug))
                .map(Grade::label)
                .findFirst()
                .orElse(slug == null ? "" : slug);
    }

    public Grade worst() {
        return grades.getLast();
    }

    /** What a share of points in percent suggests; a prompt, never the grade. Source: BRIEF 4.8. */
    public Grade suggested(double percent) {
        return grades.stream()
                .filter(g -> percent >= g.suggestedFrom())
                .findFirst()
                .orElseGet(this::worst);
    }

    /** The four-grade scheme in use on a day. */
    public static GradingScheme inspectionOn(LocalDate day) {
        return ALL.values().stream()
                .filter(s -> s.code().startsWith("OFSTED"))
                .filter(s ->
                        (s.from() == null || !day.isBefore(s.from())) && (s.until() == null || !day.isAfter(s.until())))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, GradingScheme> read() {
        try (InputStream in = GradingScheme.class.getResourceAsStream("grading-schemes.json")) {
            if (in == null) {
                throw new IllegalStateException("grading-schemes.json is missing");
            }
            Map<String, GradingScheme> all = new LinkedHashMap<>();
            Json.createReader(in).readArray().getValuesAs(JsonObject.class).forEach(s -> {
                List<Grade> grades = s.getJsonArray("grades").getValuesAs(JsonObject.class).stream()
                        .map(g -> new Grade(
                                g.getString("slug"),
                                g.getString("label"),
                                g.getString("meaning"),
                                g.getInt("suggestedFrom")))
                        .toList();
                all.put(
                        s.getString("code"),
                        new GradingScheme(
                                s.getString("code"),
                                s.getString("name"),
                                day(s.getString("from", null)),
                                day(s.getString("until", null)),
                                grades));
            });
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return Optional.ofNullable(text).map(LocalDate::parse).orElse(null);
    }
}
