package uk.org.kscb.portal.threshold;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.org.kscb.portal.threshold.GuidanceFile.Format;
import uk.org.kscb.portal.threshold.exchange.GuidanceDocx;
import uk.org.kscb.portal.threshold.exchange.GuidanceJson;
import uk.org.kscb.portal.threshold.report.GuidancePdf;
import uk.org.kscb.portal.threshold.report.QuickSheet;

/** Files of editions, each made once: a published edition never changes, only the telephone numbers on it do. */
@ApplicationScoped
class EditionFiles {
    private static final int REMEMBERED = 40;

    private final Map<String, GuidanceFile> made = new ConcurrentHashMap<>();

    GuidanceFile of(Edition edition, Format format, List<UrgentNumber> numbers) {
        if (made.size() > REMEMBERED) {
            made.clear();
        }
        EditionHead head = edition.head();
        String key = String.join("|", String.valueOf(head.id()), format.name(), head.toString(), numbers.toString());
        return made.computeIfAbsent(key, k -> format.file(head.number(), content(edition, format, numbers)));
    }

    private static byte[] content(Edition edition, Format format, List<UrgentNumber> numbers) {
        return switch (format) {
            case PDF -> GuidancePdf.write(edition, numbers);
            case QUICK -> QuickSheet.write(edition, numbers);
            case DOCX -> GuidanceDocx.write(edition);
            case JSON -> GuidanceJson.writeReadable(edition).getBytes(StandardCharsets.UTF_8);
        };
    }
}
