package uk.org.kscb.portal.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.org.kscb.portal.ear.service.Api.MANAGER;
import static uk.org.kscb.portal.ear.service.Api.NOBODY;
import static uk.org.kscb.portal.ear.service.Api.POLICE;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.org.kscb.portal.ear.service.Api.Answer;

/** Plans sent by a program: the way round, one confirmation and its undo, and files that no plan can be read from. */
class ApiImportIT {
    private static final String OLD = "Review open cases and act to protect children";
    private static final String NEW = "Review each open case and act to protect children";
    private static final String CONTENT_TYPES = "<?xml version=\"1.0\"?>"
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
            + ".wordprocessingml.document.main+xml\"/></Types>";
    private static final String RELATIONS = "<?xml version=\"1.0\"?>"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            + "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            + "Target=\"word/document.xml\"/></Relationships>";
    private static final String WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private String importsBefore = "";
    private String planBefore = "";

    @BeforeEach
    void remember() {
        importsBefore = MANAGER.get("/plan/imports").isOk().body();
        planBefore = MANAGER.get("/plan").isOk().body();
    }

    @AfterEach
    void still_up_and_the_plan_as_it_was() {
        NOBODY.get("/health").isOk();
        assertThat(MANAGER.get("/plan").isOk().body()).isEqualTo(planBefore);
    }

    @Test
    void a_file_without_known_headings_asks_for_its_columns_and_changes_nothing_before() {
        String words = "Nr,Vorhaben,Bis,Wer\r\n9.9.1,Seal the windows,31 May 2011,Fay Reed\r\n";
        JsonObject asked = MANAGER.upload("other.csv", words.getBytes(StandardCharsets.UTF_8))
                .is(201)
                .object();
        String path = "/plan/imports/" + asked.getString("id");
        assertThat(asked.getBoolean("columnsUnknown")).isTrue();
        assertThat(asked.getBoolean("mayConfirm")).isFalse();
        assertThat(asked.getJsonObject("mapping")).isEmpty();
        assertThat(asked.getJsonArray("headings").getString(1)).isEqualTo("Vorhaben");
        assertThat(asked.getJsonObject("changes").getJsonArray("removed")).isEmpty();
        assertThat(MANAGER.post(path + "/confirm").isProblem(409).getString("rule"))
                .isEqualTo("columns-unknown");
        MANAGER.postJson(path + "/mapping", "{\"ref\":0}").isProblem(422);

        JsonObject read = MANAGER.postJson(path + "/mapping", "{\"ref\":0,\"action\":1,\"timescale\":2,\"lead\":3}")
                .isOk()
                .object();
        assertThat(read.getBoolean("columnsUnknown")).isFalse();
        assertThat(read.getBoolean("mayConfirm")).isTrue();
        assertThat(read.getJsonObject("counts").getInt("actions")).isEqualTo(1);
        MANAGER.post(path + "/cancel").isOk();
        assertThat(MANAGER.get(path).isOk().object().getString("state")).isEqualTo("cancelled");
    }

    @Test
    void the_plan_comes_back_unchanged() {
        Answer uploaded = MANAGER.upload("plan.json", planBefore.getBytes(StandardCharsets.UTF_8));
        uploaded.is(201);
        JsonObject preview = uploaded.object();
        assertThat(uploaded.header("Location")).endsWith("/api/v1/plan/imports/" + preview.getString("id"));
        JsonObject changes = preview.getJsonObject("changes");
        assertThat(changes.getJsonArray("added")).isEmpty();
        assertThat(changes.getJsonArray("changed")).isEmpty();
        assertThat(changes.getJsonArray("removed")).isEmpty();
        assertThat(preview.getJsonObject("plan").toString()).isEqualTo(planBefore);
        JsonObject counts = preview.getJsonObject("counts");
        assertThat(counts.getInt("actions")).isEqualTo(129);
        assertThat(counts.getInt("milestones")).isEqualTo(160);
        String id = preview.getString("id");
        assertThat(MANAGER.get("/plan/imports/" + id).isOk().object().getJsonArray("oddities"))
                .isEqualTo(preview.getJsonArray("oddities"));
        assertThat(MANAGER.post("/plan/imports/" + id + "/cancel")
                        .isOk()
                        .object()
                        .getString("state"))
                .isEqualTo("cancelled");
        MANAGER.post("/plan/imports/" + id + "/confirm").isProblem(409);
    }

    @Test
    void an_import_is_confirmed_and_taken_back_once() {
        assertThat(planBefore).contains(OLD);
        JsonObject preview = MANAGER.upload(
                        "plan.json", planBefore.replace(OLD, NEW).getBytes(StandardCharsets.UTF_8))
                .is(201)
                .object();
        assertThat(preview.getJsonObject("changes").getJsonArray("changed"))
                .singleElement()
                .satisfies(c -> assertThat(c.asJsonObject().getString("ref")).isEqualTo("2.1.1"));
        assertThat(MANAGER.get("/plan").isOk().body()).doesNotContain(NEW);
        String address = "/plan/imports/" + preview.getString("id");
        assertThat(MANAGER.post(address + "/confirm").isOk().object().getString("state"))
                .isEqualTo("confirmed");
        assertThat(POLICE.get("/plan").isOk().body()).contains(NEW);
        assertThat(POLICE.get("/actions/2.1.1").isOk().object().getString("text"))
                .isEqualTo(NEW);
        assertThat(MANAGER.post(address + "/undo").isOk().object().getString("state"))
                .isEqualTo("undone");
        MANAGER.post(address + "/undo").isProblem(409);
    }

    @Test
    void oddities_say_where_what_and_why() {
        String csv = """
                Ref,Actions,Timescale,Delivery Leads,Targets & Measures
                Priority 1 – Leadership,,,,
                1.1 Outcome - Leaders are clear,,,,
                1.1.1,Run a programme,31 June 2011,Head of Service,Programme runs
                """;
        JsonObject preview = MANAGER.upload("plan.csv", csv.getBytes(StandardCharsets.UTF_8))
                .is(201)
                .object();
        assertThat(preview.getJsonArray("oddities")).anySatisfy(o -> {
            assertThat(o.asJsonObject().keySet())
                    .containsExactlyInAnyOrder("kind", "ref", "row", "cell", "raw", "read", "why");
            assertThat(o.asJsonObject().getString("kind")).isEqualTo("impossible-date");
            assertThat(o.asJsonObject().getString("ref")).isEqualTo("1.1.1");
            assertThat(o.asJsonObject().getString("raw")).contains("31 June 2011");
            assertThat(o.asJsonObject().getString("read")).contains("2011");
        });
        MANAGER.post("/plan/imports/" + preview.getString("id") + "/cancel").isOk();
    }

    @Test
    void only_those_who_may_can_send_a_plan() {
        POLICE.upload("plan.json", planBefore.getBytes(StandardCharsets.UTF_8)).isProblem(404);
        NOBODY.upload("plan.json", planBefore.getBytes(StandardCharsets.UTF_8)).isProblem(401);
        nothingIsStored();
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        MANAGER.send("POST", "/plan/imports", BodyPublishers.ofString(planBefore), "Content-Type", "application/json")
                .isProblem(415);
        MANAGER.send(
                        "POST",
                        "/plan/imports",
                        BodyPublishers.ofString("no form"),
                        "Content-Type",
                        "multipart/form-data; boundary=x")
                .isProblem(400);
        MANAGER.send(
                        "POST",
                        "/plan/imports",
                        BodyPublishers.ofByteArray(Api.multipart("plan", "plan.json", new byte[] {'{', '}'})),
                        "Content-Type",
                        "multipart/form-data; boundary=between-the-parts-7d1c")
                .isProblem(422);
        nothingIsStored();
    }

    @Test
    void a_file_of_21_megabytes_is_too_large() {
        MANAGER.upload("plan.csv", new byte[21 * 1024 * 1024]).isProblem(413);
        nothingIsStored();
    }

    @Test
    void what_holds_no_plan_is_refused_with_a_reason() throws IOException {
        refused("plan.docx", new byte[0]);
        refused("plan.docx", "PK\003\004 and then nothing that fits".getBytes(StandardCharsets.UTF_8));
        refused("plan.xlsx", "This is a text.".getBytes(StandardCharsets.UTF_8));
        refused("plan.json", "{\"priorities\":".getBytes(StandardCharsets.UTF_8));
        refused("plan.json", "{}".getBytes(StandardCharsets.UTF_8));
        refused("plan.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        refused("plan.exe", new byte[] {'M', 'Z', 0, 1});
        refused("../../../etc/passwd", new byte[] {1, 2, 3});
        refused("plan.docx", docx("<w:document xmlns:w=\"" + WORD_NAMESPACE + "\"><w:body/></w:document>"));
        nothingIsStored();
    }

    @Test
    void what_is_locked_can_run_or_calculates_is_refused() throws IOException, GeneralSecurityException {
        refused("plan.xlsx", encrypted(workbook("1 April 2011", false)));
        refused("plan.xlsx", workbook("TODAY()+30", true));
        refused(
                "plan.docx",
                zip(Map.of(
                        "[Content_Types].xml",
                        CONTENT_TYPES.replace(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml"),
                        "_rels/.rels",
                        RELATIONS,
                        "word/document.xml",
                        "<w:document xmlns:w=\"" + WORD_NAMESPACE + "\"><w:body/></w:document>",
                        "word/vbaProject.bin",
                        "macro")));
        nothingIsStored();
        MANAGER.get("/me").isOk();
    }

    private static byte[] workbook(String timescale, boolean formula) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Plan");
            String[] headings = {"Ref", "Actions", "Timescale", "Delivery Leads", "Targets & Measures"};
            String[] action = {"1.1.1", "Seal the windows", "", "Fay Reed", "All sealed"};
            Row first = sheet.createRow(0);
            Row second = sheet.createRow(1);
            for (int i = 0; i < headings.length; i++) {
                first.createCell(i).setCellValue(headings[i]);
                second.createCell(i).setCellValue(action[i]);
            }
            if (formula) {
                second.getCell(2).setCellFormula(timescale);
            } else {
                second.getCell(2).setCellValue(timescale);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encrypted(byte[] plain) throws IOException, GeneralSecurityException {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(plain);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void external_entities_are_not_followed() throws IOException {
        String document = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document "
                + "xmlns:w=\"" + WORD_NAMESPACE
                + "\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>";
        Answer answer = MANAGER.upload("plan.docx", docx(document));
        assertThat(answer.body()).doesNotContain("root:");
        assertThat(answer.status()).isBetween(400, 499);
        answer.isProblem(answer.status());
        nothingIsStored();
    }

    @Test
    void a_zip_bomb_does_not_go_off() throws IOException {
        String spaces = " ".repeat(1024 * 1024);
        StringBuilder document = new StringBuilder("<w:document xmlns:w=\"")
                .append(WORD_NAMESPACE)
                .append("\"><w:body>");
        for (int i = 0; i < 100; i++) {
            document.append(spaces);
        }
        refused("plan.docx", docx(document.append("</w:body></w:document>").toString()));
        nothingIsStored();
    }

    private static void refused(String name, byte[] content) {
        Answer answer = MANAGER.upload(name, content);
        assertThat(answer.status()).as("%s, %s", name, answer.body()).isIn(413, 415, 422);
        JsonObject problem = answer.isProblem(answer.status());
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("file");
    }

    private void nothingIsStored() {
        assertThat(MANAGER.get("/plan/imports").isOk().body()).isEqualTo(importsBefore);
    }

    private static byte[] docx(String document) throws IOException {
        return zip(
                Map.of("[Content_Types].xml", CONTENT_TYPES, "_rels/.rels", RELATIONS, "word/document.xml", document));
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
