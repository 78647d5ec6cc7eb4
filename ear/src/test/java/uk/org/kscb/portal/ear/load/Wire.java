package uk.org.kscb.portal.ear.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP connection that reads answers and throws their bodies away. It runs on the machine that it
 * measures, so it does as little as it can.
 */
final class Wire implements AutoCloseable {
    private final int port;
    private final byte[] buffer = new byte[1 << 16];
    private Socket socket;
    private int next;
    private int end;

    Wire(int port) throws IOException {
        this.port = port;
        socket = connected(port);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** @return the answer's status */
    int exchange(byte[] request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        String head = head();
        String lower = head.toLowerCase(Locale.ROOT);
        int length = lower.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            skip(Long.parseLong(head.substring(length + 17, head.indexOf("\r\n", length + 2))
                    .strip()));
        } else if (lower.contains("\r\ntransfer-encoding: chunked")) {
            skipChunks();
        } else {
            throw new IOException("An answer of unknown length: " + head);
        }
        if (lower.contains("\r\nconnection: close")) {
            socket.close();
            socket = connected(port);
            next = 0;
            end = 0;
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder(1024);
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private void skipChunks() throws IOException {
        long chunk = Long.parseLong(line(), 16);
        while (chunk > 0) {
            skip(chunk + 2);
            chunk = Long.parseLong(line(), 16);
        }
        line();
    }

    private String line() throws IOException {
        StringBuilder split = new StringBuilder(0);
        while (true) {
            for (int i = next; i < end; i++) {
                if (buffer[i] == '\n') {
                    String line = split + new String(buffer, next, i - next, StandardCharsets.ISO_8859_1);
                    next = i + 1;
                    return line.stripTrailing();
                }
            }
            split.append(new String(buffer, next, end - next, StandardCharsets.ISO_8859_1));
            fill();
        }
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > end - next) {
            left -= end - next;
            fill();
        }
        next += (int) left;
    }

    private void fill() throws IOException {
        InputStream in = socket.getInputStream();
        int read = in.read(buffer);
        if (read < 0) {
            throw new EOFException("The server hung up");
        }
        next = 0;
        end = read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
