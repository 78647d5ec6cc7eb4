package uk.org.kscb.portal.practiceaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.org.kscb.portal.platform.privacy.KeepEverything;
import uk.org.kscb.portal.practiceaudit.store.RetentionStore;

/** The hold that is set beside the returns of audits "on everything" holds more than those. */
@ApplicationScoped
class HoldOnEverything implements KeepEverything {
    @Inject
    private RetentionStore store;

    @Override
    public boolean inForce() {
        return store.everythingHeld();
    }
}
