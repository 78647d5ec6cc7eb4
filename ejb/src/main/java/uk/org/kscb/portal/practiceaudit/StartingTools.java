package uk.org.kscb.portal.practiceaudit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import uk.org.kscb.portal.platform.time.PortalClock;
import uk.org.kscb.portal.practiceaudit.exchange.ToolJson;
import uk.org.kscb.portal.practiceaudit.model.Tool;
import uk.org.kscb.portal.practiceaudit.store.ToolStore;

/** The tools that a new portal starts with, brought in once; what the partnership makes of them is its own. */
@Singleton
@Startup
@DependsOn("FirstStart")
public class StartingTools {
    public static final String REFERRALS = "Quality and threshold of referrals";
    public static final String SECTION_11 = "Section 11 self-assessment";
    private static final String BY = "starting content";

    @Inject
    private ToolStore store;

    @Inject
    private PortalClock clock;

    @PostConstruct
    void bringIn() {
        List.of("referral-quality.json", "section-11.json").forEach(this::bringIn);
    }

    private void bringIn(String file) {
        ToolDocument document = read(file);
        if (store.named(document.name()).isPresent()) {
            return;
        }
        Tool tool = store.add(new Tool(document.name(), document.kind(), clock.now(), BY));
        tool.draft(clock.now(), BY).ask(document.questions(), document.note());
        store.flush();
    }

    static ToolDocument read(String file) {
        try (InputStream in = StartingTools.class.getResourceAsStream("tools/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Starting tool " + file + " is missing");
            }
            return ToolJson.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
