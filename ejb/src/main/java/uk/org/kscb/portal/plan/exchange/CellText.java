package uk.org.kscb.portal.plan.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a cell, and which of them are bullets. */
final class CellText {

    /** Put before a list item by the readers of formats that mark lists otherwise than by a sign. */
    static final String BULLET = "• ";

    private static final Pattern SIGN =
            Pattern.compile("^(?:[•●○◦▪■‣⁃∙·\uf0b7\uf0a7\u25aa]|[-–—*](?=\\s|$)|o(?=\\s+\\p{Lu}))\\s*");

    /** @param bullet it opened with a bullet sign */
    record Line(String text, boolean bullet) {}

    private CellText() {}

    /** Without stray spaces, invisible characters and empty lines at either end. */
    static String clean(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (String line : raw.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u000b', '\n')
                .split("\n")) {
            String stripped = line.replaceAll("[\\u00a0\\u2000-\\u200a\\u202f\\t ]+", " ")
                    .replaceAll("[\\u200b-\\u200f\\u2060\\ufeff\\u00ad]", "")
                    .strip();
            if (!stripped.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n").append(stripped);
            }
        }
        return out.toString();
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            Matcher sign = SIGN.matcher(line);
            boolean bullet = sign.find();
            lines.add(new Line(bullet ? line.substring(sign.end()).strip() : line.strip(), bullet));
        }
        return lines;
    }
}
