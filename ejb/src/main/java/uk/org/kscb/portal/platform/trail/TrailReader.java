package uk.org.kscb.portal.platform.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import uk.org.kscb.portal.platform.trail.TrailService.EntryView;

/** For features whose people may ask who did what with one of their own things. */
@ApplicationScoped
public class TrailReader {

    @Inject
    private TrailStore store;

    /**
     * What was done with a thing, newest first.
     *
     * @param object as doors name it: this thing itself, and whatever is named after it and a space
     * @param what names of what is asked about
     * @param before only entries with a lower number than this
     */
    public List<EntryView> about(String object, Collection<String> what, long before, int most) {
        return store.about(object, what, before, most).stream()
                .map(e -> new EntryView(e.number(), e.at(), e.who(), e.agency(), e.what(), e.object(), e.result()))
                .toList();
    }

    /**
     * Of these the ones that touch one agency: done by its people, said of it by name, or of these {@code all} done by people
     * to whom they show everything.
     *
     * @param who user names
     */
    public List<EntryView> about(
            String object,
            Collection<String> what,
            String agency,
            Collection<String> all,
            Collection<String> who,
            long before,
            int most) {
        return store.about(object, what, agency, all, who, before, most).stream()
                .map(e -> new EntryView(e.number(), e.at(), e.who(), e.agency(), e.what(), e.object(), e.result()))
                .toList();
    }
}
