package uk.org.kscb.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.org.kscb.portal.platform.security.Role;

/** What a page must not contain, and why. */
final class PageLint {
    static final int LONGEST = 120;

    private static final Map<Pattern, String> FAULTS = faults();

    private PageLint() {}

    private static Map<Pattern, String> faults() {
        String roles = Stream.of(Role.values()).map(Enum::name).collect(Collectors.joining("|"));
        Map<Pattern, String> faults = new LinkedHashMap<>();
        faults.put(
                Pattern.compile("\\bescape\\s*=\\s*[\"']false"),
                "unescaped output: what a user typed would run in another's browser");
        faults.put(Pattern.compile("<[^>]*\\sstyle\\s*="), "an inline style: it belongs in the stylesheet");
        faults.put(Pattern.compile("<style\\b"), "an inline style sheet: it belongs in the stylesheet");
        faults.put(
                Pattern.compile("<(script|h:outputScript)\\b(?![^>]*\\b(src|name)\\s*=)"),
                "an inline script: the content security policy forbids it");
        faults.put(
                Pattern.compile("<[^>]*\\son(?!ce\\b)[a-z]+\\s*=\\s*[\"']"),
                "an inline handler: the content security policy forbids it");
        faults.put(Pattern.compile("javascript:"), "a script in an address: the content security policy forbids it");
        faults.put(
                Pattern.compile("[#$]\\{[^}]*\\b(hasRole|Role\\.|" + roles + ")"),
                "a role in an expression: ask for the permission");
        return faults;
    }

    static List<String> faults(String page) {
        Stream<String> found = FAULTS.entrySet().stream()
                .flatMap(fault -> fault.getKey()
                        .matcher(page)
                        .results()
                        .map(hit -> "line " + line(page, hit.start()) + ": " + fault.getValue()));
        long lines = page.lines().count();
        return Stream.concat(
                        found, lines > LONGEST ? Stream.of(lines + " lines, more than " + LONGEST) : Stream.empty())
                .toList();
    }

    private static long line(String page, int offset) {
        return page.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }
}
