package uk.org.kscb.portal.ear.matrix;

import java.util.Arrays;
import java.util.List;

/** What every answer must say to the browser. */
final class Headers {
    private Headers() {}

    static void check(Answer answer, String path, Findings findings) {
        List<String> policies = answer.headers("Content-Security-Policy");
        findings.expect(policies.size() == 1, path + " has " + policies.size() + " content security policies");
        String policy = String.join(";", policies);
        findings.expect(policy.contains("frame-ancestors 'none'"), path + " can be framed: " + policy);
        String scripts = directive(policy, "script-src");
        findings.expect(
                !scripts.isEmpty() && !scripts.contains("unsafe") && !scripts.contains("*"),
                path + " runs foreign scripts: " + policy);
        findings.expect(policy.contains("default-src 'none'"), path + " loads from anywhere: " + policy);
        findings.expect(answer.header("X-Content-Type-Options").equals("nosniff"), path + " may be sniffed");
        String kept = answer.header("Cache-Control");
        findings.expect(
                kept.contains("no-store")
                        || isPublic(answer, kept)
                        || (!answer.header("ETag").isEmpty() && kept.equals("private, no-cache")),
                path + " may be kept: " + answer.header("Cache-Control"));
        findings.expect(answer.header("Server").isEmpty(), path + " names the server: " + answer.header("Server"));
        findings.expect(answer.header("X-Powered-By").isEmpty(), path + " names the server");
    }

    /** The published guidance, asked for by somebody without a session: the same for all, and no cookie with it. */
    private static boolean isPublic(Answer answer, String kept) {
        return kept.startsWith("public, max-age=")
                && answer.text().contains("class=\"danger\"")
                && !answer.header("ETag").isEmpty()
                && answer.headers("Set-Cookie").isEmpty()
                && !answer.text().contains("/session/end");
    }

    private static String directive(String policy, String name) {
        return Arrays.stream(policy.split(";"))
                .map(String::strip)
                .filter(d -> d.startsWith(name + " "))
                .findFirst()
                .orElse("");
    }
}
