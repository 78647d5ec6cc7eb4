package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.security.NotVisible;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.threshold.Edition;
import uk.org.kscb.portal.threshold.EditionHead;
import uk.org.kscb.portal.threshold.GuidanceFilter;
import uk.org.kscb.portal.threshold.GuidanceService;
import uk.org.kscb.portal.threshold.GuidanceText;
import uk.org.kscb.portal.threshold.GuidanceText.Indicator;
import uk.org.kscb.portal.threshold.GuidanceText.Level;
import uk.org.kscb.portal.web.shell.Sent;
import uk.org.kscb.portal.web.shell.Words;

/** The guidance to read: the edition of a day, or the one that the address names, narrowed as the address says. */
@Named
@RequestScoped
public class GuidancePage {
    @EJB
    private GuidanceService guidance;

    @Inject
    private PortalClock clock;

    private @Nullable Optional<Edition> edition;
    private @Nullable List<Part> parts;

    /** Whether there is anything to show: before the first edition there are only the telephone numbers. */
    public boolean isThere() {
        return found().isPresent();
    }

    public Edition getEdition() {
        return found().orElseThrow(() -> new NotVisible("edition"));
    }

    public GuidanceText getText() {
        return getEdition().text();
    }

    public EditionHead getHead() {
        return getEdition().head();
    }

    private Optional<Edition> found() {
        if (edition == null) {
            if (!Sent.text("edition").isEmpty()) {
                edition = Optional.of(
                        guidance.edition(Address.number("edition").orElseThrow(() -> new NotVisible("edition"))));
            } else {
                edition = guidance.readingOn(getDay());
            }
        }
        return edition;
    }

    public LocalDate getDay() {
        return Address.day("on").orElse(clock.today());
    }

    /** Whether this is the edition that counts today. */
    public boolean isCurrent() {
        return getHead().inForceOn(clock.today());
    }

    /** Keeps links within the edition that is read: "?edition=1", nothing for the one that counts today. */
    public String getAt() {
        return !isThere() || isCurrent() ? "" : "?edition=" + getHead().number();
    }

    /** What must be said of an edition that does not count today. */
    public String getStanding() {
        EditionHead head = getHead();
        LocalDate from = head.effectiveFrom();
        if (from != null && from.isAfter(clock.today())) {
            return "It comes into force on " + Words.longDay(from) + ". Until then the edition before it counts.";
        }
        return "It was in force from " + Words.longDay(from) + " to "
                + Words.longDay(
                        head.supersededOn() == null ? null : head.supersededOn().minusDays(1))
                + ". For a child you are worried about today, use the edition in force.";
    }

    /** "Agreed by the Children’s Trust 3 May 2011 and by KSCB 12 May 2011." */
    public String getAgreed() {
        return getHead().approvals().stream()
                .filter(a -> a.body().needed())
                .sorted(java.util.Comparator.comparing(EditionHead.Approval::on))
                .map(a -> "by " + a.body().inSentence() + " " + Words.longDay(a.on()))
                .collect(Collectors.joining(" and "));
    }

    public GuidanceFilter getFilter() {
        return new GuidanceFilter(Sent.text("age"), Sent.text("domain"), Sent.text("theme"), Sent.text("q"))
                .within(getText());
    }

    /** "under 5, neglect"; empty when nothing is narrowed. */
    public String getChosen() {
        GuidanceFilter f = getFilter();
        return Stream.of(
                        getText().ages().stream()
                                .filter(a -> a.code().equals(f.age()))
                                .map(a -> a.name().toLowerCase(Locale.UK))
                                .findFirst()
                                .orElse(""),
                        f.theme().toLowerCase(Locale.UK),
                        getText().domains().stream()
                                .filter(d -> d.code().equals(f.domain()))
                                .map(d -> d.about().toLowerCase(Locale.UK))
                                .findFirst()
                                .orElse(""),
                        f.words().isEmpty() ? "" : "“" + f.words() + "”")
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** "Neglect, under 5". */
    public String getHeading() {
        GuidanceFilter f = getFilter();
        String first = f.theme().isEmpty() ? f.words() : f.theme();
        String age = getText().ages().stream()
                .filter(a -> a.code().equals(f.age()))
                .map(a -> a.name().toLowerCase(Locale.UK))
                .findFirst()
                .orElse("");
        return Words.capital(Stream.of(first, age).filter(t -> !t.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** The themes that everyday words were taken for. */
    public List<String> getMeant() {
        return getFilter().meant(getText());
    }

    /**
     * A level of the page.
     *
     * @param matching what was asked for; everything when nothing was
     * @param besides shown although it was not asked for
     */
    public record Part(Level level, List<Line> matching, List<Line> besides, boolean first, boolean last) {}

    public List<Part> getParts() {
        if (parts == null) {
            GuidanceText text = getText();
            parts = getFilter().in(text).stream()
                    .map(f -> new Part(
                            f.level(),
                            lines(f.matching()),
                            lines(f.besides()),
                            f.level().no() == 1,
                            f.level().no() == text.highest()))
                    .toList();
        }
        return parts;
    }

    private List<Line> lines(List<Indicator> indicators) {
        return indicators.stream().map(i -> Line.of(i, getText())).toList();
    }

    /** The same worry as it grows: the levels, from the second, that have something on a theme or on words. */
    public List<Part> getSideBySide() {
        GuidanceFilter f = getFilter();
        if (f.theme().isEmpty() && f.words().isEmpty()) {
            return List.of();
        }
        return getParts().stream()
                .filter(p -> !p.first() && (!p.matching().isEmpty() || p.last()))
                .toList();
    }

    /** Whether anything below the highest level, or at it, matches. */
    public boolean isNothingFound() {
        return getFilter().narrowed()
                && getParts().stream().allMatch(p -> p.matching().isEmpty());
    }

    /** Something is shown for which somebody acts the same day. */
    public boolean isActToday() {
        return getFilter().narrowed()
                && getParts().stream().flatMap(p -> p.matching().stream()).anyMatch(Line::act);
    }

    /** An example of this level calls for action the same day. */
    public boolean isLevelActs() {
        return getText().at(getLevel().no()).stream().anyMatch(i -> i.immediateAction());
    }

    /** Levels for the page of one level: this one and the next above. */
    public Level getLevel() {
        return Address.number("level").flatMap(no -> getText().level(no)).orElseThrow(() -> new NotVisible("level"));
    }

    public @Nullable Level getNextLevel() {
        return getText().level(getLevel().no() + 1).orElse(null);
    }

    /** Examples of the level, by domain. */
    public List<Group> getGroups() {
        List<Group> groups = new ArrayList<>();
        for (GuidanceText.Domain domain : getText().domains()) {
            List<Line> lines = lines(getText().at(getLevel().no()).stream()
                    .filter(i -> i.domain().equals(domain.code()))
                    .toList());
            if (!lines.isEmpty()) {
                groups.add(new Group(domain.code(), domain.name(), lines));
            }
        }
        return groups;
    }

    public record Group(String code, String name, List<Line> lines) {}

    /** For the foot of the page and for paper. */
    public String getPrinted() {
        return isThere()
                ? getHead().label() + ", in force " + Words.longDay(getHead().effectiveFrom())
                        + ". Check the portal for the current edition"
                : "";
    }
}
