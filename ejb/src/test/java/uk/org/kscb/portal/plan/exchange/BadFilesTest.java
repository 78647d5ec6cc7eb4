package uk.org.kscb.portal.plan.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uk.org.kscb.portal.plan.exchange.SampleFiles.refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.kscb.portal.plan.exchange.SampleFiles.Excel;
import uk.org.kscb.portal.plan.exchange.SampleFiles.Formula;
import uk.org.kscb.portal.plan.exchange.UnreadablePlan.Reason;

/** Whatever is sent, the answer is a plan or one clear sentence. */
class BadFilesTest {

    @Test
    void an_empty_file_is_refused() {
        assertThat(refusal("plan.docx", new byte[0]).reason()).isEqualTo(Reason.EMPTY);
        assertThat(refusal("plan.csv", SampleFiles.utf8("\ufeff \n ")).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_file_of_more_than_20_megabytes_is_refused_before_it_is_looked_at() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] target, int from, int length) {
                Arrays.fill(target, from, from + length, (byte) 'a');
                return length;
            }
        };
        Throwable thrown = catchThrowable(() -> new PlanReader().read("plan.csv", endless, null));
        assertThat(thrown).isInstanceOf(UnreadablePlan.class).hasMessageContaining("20 MB");
        assertThat(((UnreadablePlan) thrown).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void an_encrypted_document_is_refused() throws IOException, GeneralSecurityException, InvalidFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem();
                OPCPackage document = OPCPackage.open(new ByteArrayInputStream(InventedPlan.word()))) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var encrypted = encryptor.getDataStream(container)) {
                document.save(encrypted);
            }
            container.writeFilesystem(out);
        }
        UnreadablePlan refused = refusal("plan.docx", out.toByteArray());
        assertThat(refused.reason()).isEqualTo(Reason.ENCRYPTED);
        assertThat(refused).hasMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WordDocument", "Workbook", "PowerPoint Document"})
    void an_old_office_file_is_refused(String stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            container.writeFilesystem(out);
        }
        UnreadablePlan refused = refusal("plan.docx", out.toByteArray());
        assertThat(refused.reason()).isEqualTo(Reason.OLD_FORMAT);
        assertThat(refused).hasMessageMatching("(?s).*\\.(docx|xlsx).*");
    }

    @Test
    void a_file_with_macros_is_refused_whatever_its_name() {
        byte[] plain = InventedPlan.word();
        assertThat(refusal("plan.docx", SampleFiles.withPart(plain, "word/vbaProject.bin", "x"))
                        .reason())
                .isEqualTo(Reason.MACROS);
        String types = SampleFiles.part(plain, "[Content_Types].xml")
                .replace(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        "application/vnd.ms-word.document.macroEnabled.main+xml");
        assertThat(refusal("plan.docm", SampleFiles.withPart(plain, "[Content_Types].xml", types))
                        .reason())
                .isEqualTo(Reason.MACROS);
        byte[] workbook = new Excel().row("Ref", "Action").bytes();
        assertThat(refusal("plan.xlsm", SampleFiles.withPart(workbook, "xl/vbaProject.bin", "x"))
                        .reason())
                .isEqualTo(Reason.MACROS);
    }

    @Test
    void a_mislabelled_file_is_named_for_what_it_is() {
        assertMislabelled("plan.docx", SampleFiles.utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "a PDF");
        assertMislabelled("plan.docx", new Excel().row("Ref", "Action").bytes(), "an Excel workbook");
        assertMislabelled("plan.xlsx", InventedPlan.word(), "a Word document");
        assertMislabelled("plan.xlsx", InventedPlan.csv(), "a CSV file");
        assertMislabelled("plan.csv", SampleFiles.utf8("{\"priorities\": []}"), "JSON");
        assertMislabelled("plan.csv", SampleFiles.utf8("<!DOCTYPE html><html><body>x</body></html>"), "a web page");
        assertMislabelled("plan.json", InventedPlan.csv(), "a CSV file");
        assertMislabelled("plan.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, "a picture");
        assertMislabelled("plan.docx", SampleFiles.utf8("{\\rtf1\\ansi a}"), "a Rich Text file");
    }

    private static void assertMislabelled(String name, byte[] content, String what) {
        UnreadablePlan refused = refusal(name, content);
        assertThat(refused.reason()).isEqualTo(Reason.MISLABELLED);
        assertThat(refused).hasMessageContaining(what);
    }

    @Test
    void other_kinds_of_file_are_refused_by_name() {
        assertThat(refusal("plan.pdf", SampleFiles.utf8("%PDF-1.7\n")).reason()).isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal("plan.odt", SampleFiles.zip("mimetype", "application/vnd.oasis.opendocument.text"))
                        .reason())
                .isEqualTo(Reason.UNSUPPORTED);
        assertThat(refusal("plan.zip", SampleFiles.zip("a.txt", "a"))).hasMessageContaining("zip archive");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000, -500, -30, -1})
    void a_broken_or_cut_off_file_is_refused(int kept) {
        for (byte[] whole : List.of(
                InventedPlan.word(), new Excel().row("Ref", "Action", "Lead").bytes())) {
            byte[] start = Arrays.copyOf(whole, kept < 0 ? whole.length + kept : kept);
            assertThat(refusal("plan", start).reason()).isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    void xml_that_is_not_well_formed_is_refused() {
        byte[] word = SampleFiles.withPart(InventedPlan.word(), "word/document.xml", "<w:document><w:body>");
        assertThat(refusal("plan.docx", word).reason()).isEqualTo(Reason.BROKEN);
        byte[] excel = SampleFiles.withPart(
                new Excel().row("Ref", "Action").bytes(), "xl/worksheets/sheet1.xml", "<worksheet><row r=\"x\"></row>");
        assertThat(refusal("plan.xlsx", excel).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void damaged_bytes_anywhere_never_do_more_than_be_refused() {
        Random random = new Random(7);
        for (byte[] whole :
                List.of(InventedPlan.word(), new Excel().row("Ref", "Action").bytes(), InventedPlan.csv())) {
            for (int i = 0; i < 25; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j < 20; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                Throwable thrown = catchThrowable(() -> SampleFiles.read("plan", damaged));
                assertThat(thrown)
                        .satisfiesAnyOf(
                                t -> assertThat(t).isNull(), t -> assertThat(t).isInstanceOf(UnreadablePlan.class));
            }
        }
    }

    @Test
    void a_zip_bomb_is_refused_at_once() {
        Instant before = Instant.now();
        byte[] large = new byte[80 << 20];
        Arrays.fill(large, (byte) ' ');
        byte[] bomb = SampleFiles.zip("[Content_Types].xml", "<Types/>", "word/media/image1.png", large);
        UnreadablePlan refused = refusal("plan.docx", bomb);
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE_UNPACKED);
        byte[] manyParts = SampleFiles.zip(manyParts());
        assertThat(refusal("plan.docx", manyParts).reason()).isEqualTo(Reason.TOO_LARGE_UNPACKED);
        byte[] largeXml = SampleFiles.zip("word/document.xml", Arrays.copyOf(large, 17 << 20));
        assertThat(refusal("plan.docx", largeXml).reason()).isEqualTo(Reason.TOO_LARGE_UNPACKED);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static Object[] manyParts() {
        Object[] parts = new Object[6000];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = "part" + i + ".bin";
            parts[i + 1] = "x";
        }
        return parts;
    }

    @Test
    void xml_that_asks_for_something_from_outside_is_refused() {
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        byte[] word = InventedPlan.word();
        String body = SampleFiles.part(word, "word/document.xml").replaceFirst("\\?>", "?>" + doctype);
        UnreadablePlan refused = refusal("plan.docx", SampleFiles.withPart(word, "word/document.xml", body));
        assertThat(refused.reason()).isEqualTo(Reason.UNSAFE_XML);
        byte[] excel = new Excel().row("Ref", "Action").bytes();
        String strings = SampleFiles.part(excel, "xl/sharedStrings.xml").replaceFirst("\\?>", "?>" + doctype);
        assertThat(refusal("plan.xlsx", SampleFiles.withPart(excel, "xl/sharedStrings.xml", strings))
                        .reason())
                .isEqualTo(Reason.UNSAFE_XML);
        byte[] wide = ("<?xml version=\"1.0\"?>" + doctype + "<a/>").getBytes(StandardCharsets.UTF_16);
        assertThat(refusal("plan.docx", SampleFiles.zip("docProps/app.xml", wide))
                        .reason())
                .isEqualTo(Reason.UNSAFE_XML);
    }

    @Test
    void a_formula_is_refused_and_its_cell_named() {
        byte[] excel = new Excel()
                .row("Ref", "Action", "Timescale", "Lead")
                .row("1.1.1", "Seal windows", new Formula("TODAY()+30"), "Fay Reed")
                .bytes();
        UnreadablePlan refused = refusal("plan.xlsx", excel);
        assertThat(refused.reason()).isEqualTo(Reason.FORMULA);
        assertThat(refused).hasMessageContaining("C2").hasMessageContaining("sheet Plan");
        byte[] csv = SampleFiles.utf8("Ref,Action,Timescale,Lead\n1.1.1,Seal,=1+1,Fay Reed\n");
        assertThat(refusal("plan.csv", csv).reason()).isEqualTo(Reason.FORMULA);
    }

    @Test
    void a_formula_in_a_sheet_without_the_plan_does_not_matter() {
        byte[] excel = new Excel()
                .row("Ref", "Action", "Timescale", "Lead")
                .row("1.1.1", "Seal windows", "31 May 2011", "Fay Reed")
                .sheet("Sums")
                .row("All", new Formula("1+1"))
                .bytes();
        assertThat(SampleFiles.read("plan.xlsx", excel).plan().actions()).hasSize(1);
    }

    @Test
    void tables_within_tables_without_end_are_refused_or_read_but_do_no_harm() {
        String deep = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:tbl><w:tr><w:tc>".repeat(50_000)
                + "</w:tc></w:tr></w:tbl>".repeat(50_000)
                + "</w:body></w:document>";
        UnreadablePlan refused =
                refusal("plan.docx", SampleFiles.withPart(InventedPlan.word(), "word/document.xml", deep));
        assertThat(refused.reason()).isIn(Reason.BROKEN, Reason.NO_PLAN_TABLE);
    }

    @Test
    void a_text_repeated_in_thousands_of_cells_is_refused() {
        Excel file = new Excel().row("Ref", "Action", "Timescale", "Lead");
        String text = "Seal windows. ".repeat(700);
        for (int i = 0; i < 1_000; i++) {
            file.row("1.1." + i, text, "31 May 2011", "Fay Reed");
        }
        assertThat(refusal("plan.xlsx", file.bytes()).reason()).isEqualTo(Reason.TOO_LARGE);
    }
}
