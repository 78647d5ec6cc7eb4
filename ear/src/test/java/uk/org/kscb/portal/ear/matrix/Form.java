package uk.org.kscb.portal.ear.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as a page shows it.
 *
 * @param fields what a browser would send if nobody had typed anything; where nothing is chosen yet, the last choice
 * @param buttons name to words
 */
record Form(String id, Map<String, String> fields, Map<String, String> buttons) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*?)/?>");
    private static final Pattern AREA = Pattern.compile("<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern BUTTON = Pattern.compile("<button\\b([^>]*)>(.*?)</button>", Pattern.DOTALL);

    /** The forms that send something to Faces. */
    static List<Form> of(Answer page) {
        List<Form> forms = new ArrayList<>();
        Matcher each = FORM.matcher(page.text());
        while (each.find()) {
            if (attribute(each.group(1), "method").equals("post")
                    && each.group(2).contains("jakarta.faces.ViewState")) {
                forms.add(read(attribute(each.group(1), "id"), each.group(2)));
            }
        }
        return forms;
    }

    static Form of(Answer page, String id) {
        return of(page).stream()
                .filter(f -> f.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The page (" + page + ") has no form " + id));
    }

    private static Form read(String id, String inside) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> buttons = new LinkedHashMap<>();
        each(INPUT, inside, input -> {
            String name = attribute(input.group(1), "name");
            String type = attribute(input.group(1), "type");
            if (type.equals("submit")) {
                buttons.put(name, attribute(input.group(1), "value"));
            } else if (!type.equals("file") && !name.isEmpty()) {
                fields.put(name, attribute(input.group(1), "value"));
            }
        });
        each(AREA, inside, area -> fields.put(attribute(area.group(1), "name"), area.group(2)));
        each(
                SELECT,
                inside,
                select -> each(
                        OPTION,
                        select.group(2),
                        option -> fields.put(attribute(select.group(1), "name"), attribute(option.group(1), "value"))));
        each(BUTTON, inside, button -> buttons.put(attribute(button.group(1), "name"), button.group(2)));
        buttons.remove("");
        return new Form(id, fields, buttons);
    }

    private static void each(Pattern what, String text, java.util.function.Consumer<Matcher> use) {
        Matcher found = what.matcher(text);
        while (found.find()) {
            use.accept(found);
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(" " + attributes);
        return found.find() ? found.group(1) : "";
    }

    /** This form with a button pressed. */
    Map<String, String> pressing(String button) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.put(button, buttons.getOrDefault(button, button));
        return sent;
    }

    /** This form with other values, and a button pressed. */
    Map<String, String> pressing(String button, Map<String, String> typed) {
        Map<String, String> sent = pressing(button);
        sent.putAll(typed);
        return sent;
    }
}
