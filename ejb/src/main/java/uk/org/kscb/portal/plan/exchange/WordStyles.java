package uk.org.kscb.portal.plan.exchange;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which paragraph styles of a Word document make a heading and which a list item. */
final class WordStyles {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();

    void read(InputStream xml) throws XMLStreamException {
        XMLStreamReader in = XmlStreams.open(xml);
        String id = "";
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (in.getLocalName()) {
                case "style" -> id = XmlStreams.attribute(in, "styleId");
                case "name" ->
                    names.putIfAbsent(id, XmlStreams.attribute(in, "val").toLowerCase(Locale.ROOT));
                case "numPr" -> numbered.add(id);
                default -> {}
            }
        }
    }

    boolean isHeading(String id) {
        return name(id).startsWith("heading");
    }

    boolean isListItem(String id) {
        return (numbered.contains(id) && !isHeading(id)) || name(id).startsWith("list");
    }

    private String name(String id) {
        return names.getOrDefault(id, id.toLowerCase(Locale.ROOT));
    }
}
