package uk.org.kscb.portal.web.threshold;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.platform.Refusal;
import uk.org.kscb.portal.threshold.NumberService;
import uk.org.kscb.portal.threshold.UrgentNumber.Kind;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;

/** The telephone numbers of the public pages: who answers for them, and when they were last rung. */
@Named
@RequestScoped
public class NumbersPage {
    @EJB
    private NumberService service;

    @Inject
    private Notices notices;

    private @Nullable String kind;
    private @Nullable String number;
    private @Nullable String owner;
    private @Nullable String checkedOn;

    public Kind[] getKinds() {
        return Kind.values();
    }

    public void keep() {
        if (Doors.passed(() -> service.keep(
                Stream.of(Kind.values())
                        .filter(k -> k.name().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("kind", "Choose which number it is.")),
                Objects.requireNonNullElse(number, ""),
                Objects.requireNonNullElse(owner, ""),
                Days.read("checkedOn", checkedOn)))) {
            notices.done("Number kept", "Every public page shows it from now on.");
            Doors.goTo("/guidance/numbers");
        }
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getCheckedOn() {
        return checkedOn;
    }

    public void setCheckedOn(@Nullable String checkedOn) {
        this.checkedOn = checkedOn;
    }
}
