package uk.org.kscb.portal.web.threshold;

import jakarta.faces.context.FacesContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import uk.org.kscb.portal.web.shell.Sent;

/** What stands in the address of a guidance page. */
final class Address {
    private static final int LONGEST_NUMBER = 6;

    private Address() {}

    /** @return empty for what is no number */
    static Optional<Integer> number(String name) {
        return read(Sent.text(name));
    }

    private static Optional<Integer> read(String text) {
        return text.matches("[0-9]+") && text.length() <= LONGEST_NUMBER
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    /** @return empty for what is no day */
    static Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(Sent.text(name).strip()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The revision of a draft that came with a form; one that never was, when none came. */
    static long sentRevision() {
        return number("revision").map(Integer::longValue).orElse(-1L);
    }

    /**
     * The revision that goes with a form. It stays what it was when the form comes back for a slip of the pen; after
     * somebody else's change, which a message for the whole form tells of, it is the draft's as it is now.
     */
    static long revisionToSend(long current) {
        boolean told = !FacesContext.getCurrentInstance().getMessageList(null).isEmpty();
        return told ? current : number("revision").map(Integer::longValue).orElse(current);
    }
}
