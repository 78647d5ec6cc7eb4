package uk.org.kscb.portal.web.practiceaudit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.org.kscb.portal.practiceaudit.Question;
import uk.org.kscb.portal.practiceaudit.ToolService;
import uk.org.kscb.portal.practiceaudit.ToolService.ToolLine;
import uk.org.kscb.portal.practiceaudit.ToolService.VersionView;
import uk.org.kscb.portal.web.shell.Doors;
import uk.org.kscb.portal.web.shell.Notices;
import uk.org.kscb.portal.web.shell.Sent;

/** The tools of practice audits, and one version of one. */
@Named
@RequestScoped
public class ToolsPage {
    @EJB
    private ToolService service;

    @Inject
    private Notices notices;

    private @Nullable List<ToolLine> tools;
    private @Nullable VersionView view;

    /** A section and its questions. */
    public record Section(String letter, String title, List<Question> questions) {}

    public List<ToolLine> getTools() {
        if (tools == null) {
            tools = service.tools();
        }
        return tools;
    }

    public VersionView getView() {
        if (view == null) {
            view = service.version(Sent.text("tool"));
        }
        return view;
    }

    public List<Section> getSections() {
        Map<String, List<Question>> byLetter = new LinkedHashMap<>();
        getView()
                .questions()
                .forEach(q -> byLetter.computeIfAbsent(q.section(), s -> new ArrayList<>())
                        .add(q));
        return byLetter.entrySet().stream()
                .map(e -> new Section(e.getKey(), e.getValue().getFirst().sectionTitle(), e.getValue()))
                .toList();
    }

    public void next() {
        List<VersionView> made = new ArrayList<>();
        if (Doors.passed(() -> made.add(service.next(getView().id())))) {
            notices.done("Next version started", "It begins with the same questions, each bridged to itself.");
            Doors.goTo("/practice-audits/tools/" + made.getFirst().id());
        }
    }

    public void pilot() {
        move(() -> service.pilot(getView().id()), "Being piloted", "Try it on two cases; it may still change.");
    }

    public void freeze() {
        move(() -> service.freeze(getView().id()), "In use", "No word of this version changes any more.");
    }

    public void retire() {
        move(() -> service.retire(getView().id()), "Retired", "Audits that used it keep it.");
    }

    public void remove(String ref) {
        move(() -> service.remove(getView().id(), ref), "Question removed", ref + " is no longer asked.");
    }

    private void move(Runnable change, String lead, String text) {
        if (Doors.passed(change)) {
            notices.done(lead, text);
            Doors.goTo("/practice-audits/tools/" + getView().id());
        }
    }
}
