package uk.org.kscb.portal.plan.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;

/** A Word document as running text and tables, read as a stream so that a long one takes little memory. */
final class WordSource {

    private static final String MAIN = "/officeDocument";
    private static final String STYLES = "/styles";

    private WordSource() {}

    static List<SourceBlock> read(byte[] content) throws IOException, OpenXML4JException, XMLStreamException {
        try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(content))) {
            PackagePart main = null;
            for (PackageRelationship relationship : document.getRelationships()) {
                if (relationship.getRelationshipType().endsWith(MAIN)) {
                    main = document.getPart(relationship);
                }
            }
            if (main == null) {
                throw new IOException("no main document part");
            }
            WordStyles styles = new WordStyles();
            for (PackageRelationship relationship : main.getRelationships()) {
                if (relationship.getRelationshipType().endsWith(STYLES)) {
                    try (InputStream xml = main.getRelatedPart(relationship).getInputStream()) {
                        styles.read(xml);
                    }
                }
            }
            try (InputStream xml = main.getInputStream()) {
                return new WordBody(styles).read(xml);
            }
        }
    }
}
