package uk.org.kscb.portal.ear.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * A plan as a Word file: the published one where its folder is named, or else an invented one of the same length.
 *
 * @param what which of the two, in words
 */
record WordFile(String what, byte[] content) {
    private static final String NAME = "putting-children-first.docx";
    private static final String BOUNDARY = "----benchmark";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final List<String> HEADINGS =
            List.of("Ref", "Actions", "Timescale", "Delivery Leads", "Targets & Measures");

    static WordFile find() throws IOException {
        List<Path> folders = new ArrayList<>();
        folders.add(Path.of(System.getProperty("portal.root"), "..", "shared", "plan"));
        Optional.ofNullable(System.getenv("PORTAL_PLAN_SAMPLES")).map(Path::of).ifPresent(folders::addFirst);
        for (Path folder : folders) {
            if (Files.exists(folder.resolve(NAME))) {
                return new WordFile("the published plan", Files.readAllBytes(folder.resolve(NAME)));
            }
        }
        return new WordFile("an invented plan of 130 actions", invented());
    }

    private static byte[] invented() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (int outcome = 1; outcome <= 26; outcome++) {
                document.createParagraph()
                        .createRun()
                        .setText("1." + outcome + " Outcome: Children are safer, part " + outcome);
                XWPFTable table = document.createTable(1, HEADINGS.size());
                fill(table.getRow(0), HEADINGS);
                for (int action = 1; action <= 5; action++) {
                    String ref = "1." + outcome + "." + action;
                    fill(
                            table.createRow(),
                            List.of(
                                    "1." + outcome + " (*Joint with Police and Health)",
                                    ref + " Review how partners share what they know about a child at risk. IN "
                                            + action + ".",
                                    "1 March – 31 May 2011",
                                    "Head of Service",
                                    "Review done\nNine of ten cases checked monthly\nReport to the board"));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(XWPFTableRow row, List<String> texts) {
        for (int cell = 0; cell < texts.size(); cell++) {
            row.getCell(cell).setText(texts.get(cell));
        }
    }

    /** Uploads it, as somebody does by the API, and throws the preview away. @return seconds until the preview is there */
    double upload(Caller manager) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + NAME
                        + "\"\r\n"
                        + "Content-Type:"
                        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        long started = System.nanoTime();
        String preview =
                manager.post("/api/v1/plan/imports", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
        double seconds = (System.nanoTime() - started) / 1e9;
        Matcher id = ID.matcher(preview);
        if (!id.find()) {
            throw new IllegalStateException(String.format(Locale.UK, "No id in %s", preview));
        }
        manager.post("/api/v1/plan/imports/" + id.group(1) + "/cancel", "application/json", new byte[0]);
        return seconds;
    }
}
