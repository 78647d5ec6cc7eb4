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
     */
    public List<EntryView> about(String object, Collection<String> what, int most) {
        return store.about(object, what, most).stream()
                .map(e -> new EntryView(e.number(), e.at(), e.who(), e.agency(), e.what(), e.object(), e.result()))
                .toList();
    }
}
