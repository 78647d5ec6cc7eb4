package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Two servers with the same EAR, one database and shared sessions, as in production behind a balancer. */
public final class TwoNodes implements AutoCloseable {
    private static final int FIRST = 9580;
    private static final int SECOND = 9680;
    private static final int DATA_GRID = 4900;

    private final List<Portal> nodes = new ArrayList<>();

    public static TwoNodes start() throws IOException, InterruptedException {
        TwoNodes both = new TwoNodes();
        try {
            both.startBoth();
            return both;
        } catch (IOException | InterruptedException | RuntimeException e) {
            both.close();
            throw e;
        }
    }

    private void startBoth() throws IOException, InterruptedException {
        List<Integer> grid = IntStream.of(FIRST, SECOND)
                .mapToObj(http -> Ports.withHttpOn(String.valueOf(http)).moved(DATA_GRID))
                .toList();
        Settings first = Settings.forTestsApart("node-a", FIRST).sharingSessions(grid);
        EmbeddedDatabase.forget(first.workspace());
        for (Settings node : List.of(first, first.anotherNode("node-b", SECOND))) {
            nodes.add(new Portal(node));
            nodes.getLast().start();
        }
    }

    /** Address on the first node. */
    public String first(String path) {
        return nodes.getFirst().settings().url() + path;
    }

    /** The same on the second. */
    public String second(String path) {
        return nodes.getLast().settings().url() + path;
    }

    /** The first node dies without a word; its database lives on. */
    public void killFirst() {
        nodes.getFirst().server().kill();
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Portal::close);
    }
}
