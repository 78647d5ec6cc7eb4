package uk.org.kscb.portal.ear.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What can be known to go wrong before anything is started. Each check speaks one line. */
final class Preflight {
    static final int OLDEST_JAVA = 21;
    /** Server and database unpacked, a domain with its cache, and a young database. */
    static final long FIRST_START_BYTES = 1_500_000_000L;

    static final long LATER_START_BYTES = 300_000_000L;

    private Preflight() {}

    static void javaIsNewEnough(int feature) {
        if (feature < OLDEST_JAVA) {
            throw new LaunchProblem("The portal needs Java " + OLDEST_JAVA + " or newer; this is Java " + feature
                    + ". Install one, for example from https://adoptium.net");
        }
    }

    static void databaseRunsHere(String os, String architecture) {
        if (!os.startsWith("Linux") || !architecture.equals("amd64")) {
            throw new LaunchProblem("The built-in database runs on 64-bit Linux (x86) only; this is " + os + " on "
                    + architecture + ". Point PORTAL_DB_URL, PORTAL_DB_USER and PORTAL_DB_PASSWORD at a MySQL");
        }
    }

    static void portsAreFree(Map<Integer, String> ports) {
        ports.forEach((port, use) -> {
            if (inUse(port)) {
                throw new LaunchProblem("Port " + port + " (" + use + ") is in use by another program. Stop it, or move"
                        + " the portal's ports together, for example PORTAL_PORT=8380");
            }
        });
    }

    private static boolean inUse(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // a port that our own last run has just let go of is free, whatever the system still waits for
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static void diskHasRoom(Path folder, long usable, long needed) {
        if (usable < needed) {
            throw new LaunchProblem("The disk is too full: " + folder + " has " + megabytes(usable) + " MB free and "
                    + megabytes(needed) + " MB are needed. Make room, or set PORTAL_HOME to a folder on another disk");
        }
    }

    static void diskHasRoom(Path folder, boolean firstStart) throws IOException {
        Files.createDirectories(folder);
        diskHasRoom(
                folder,
                Files.getFileStore(folder).getUsableSpace(),
                firstStart ? FIRST_START_BYTES : LATER_START_BYTES);
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }
}
