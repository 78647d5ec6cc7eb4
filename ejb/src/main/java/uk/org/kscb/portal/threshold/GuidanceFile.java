package uk.org.kscb.portal.threshold;

import java.util.Arrays;
import java.util.Optional;

/** An edition to take away. */
public record GuidanceFile(String name, String type, byte[] content) {

    public GuidanceFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** What it can be taken away as. */
    public enum Format {
        PDF("pdf", "application/pdf", "guidance-edition-%d.pdf"),
        QUICK("quick", "application/pdf", "guidance-quick-sheet-edition-%d.pdf"),
        DOCX(
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "guidance-edition-%d.docx"),
        JSON("json", "application/json", "guidance-edition-%d.json");

        private final String code;
        private final String type;
        private final String name;

        Format(String code, String type, String name) {
            this.code = code;
            this.type = type;
            this.name = name;
        }

        public static Optional<Format> of(String code) {
            return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
        }

        GuidanceFile file(int edition, byte[] content) {
            return new GuidanceFile(name.formatted(edition), type, content);
        }
    }
}
