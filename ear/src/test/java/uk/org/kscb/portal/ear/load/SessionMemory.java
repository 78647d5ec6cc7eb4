package uk.org.kscb.portal.ear.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Heap of a signed-in session: what is in use after a full collection with many sessions, less what was in use before
 * them, divided by their number. Each session has opened the pages that people open.
 */
final class SessionMemory {
    static final int SESSIONS = 150;
    private static final List<String> PAGES =
            List.of("/home", "/actions?show=all&size=100", "/actions/2.4.8", "/account", "/plan", "/account/tokens");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final String url;
    private final long server;

    SessionMemory(String url, ProcessHandle server) {
        this.url = url;
        this.server = server.pid();
    }

    /** Kilobytes a session. */
    double kilobytes() throws IOException, InterruptedException {
        List<Caller> people = new ArrayList<>();
        people.add(visit()); // fills what is filled once for all
        long before = used();
        for (int i = 0; i < SESSIONS; i++) {
            people.add(visit());
        }
        long after = used();
        people.getLast().get("/home"); // and they are still signed in
        people.get(1).get("/home");
        return (double) (after - before) / SESSIONS;
    }

    private Caller visit() {
        Caller police = Caller.signedIn(url, "police", "sample-police-2011");
        PAGES.forEach(police::get);
        return police;
    }

    private long used() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) { // what a finalizer lets go of, the next collection finds
            jcmd("GC.run");
        }
        String heap = jcmd("GC.heap_info");
        Matcher used = USED.matcher(heap);
        if (!used.find()) {
            throw new IllegalStateException("No figure in " + heap);
        }
        return Long.parseLong(used.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, String.valueOf(server), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
