package uk.org.kscb.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Libraries that the browser runs and that no WebJar holds are kept as the files that npm has, untouched but for the line
 * that names a source map, which is not served.
 */
class LibrariesTest {
    private static final Path LIBRARIES = Path.of("src/main/webapp/assets/lib");

    @ParameterizedTest
    @CsvSource({
        "docx-9.5.1.js, bb2908d72ffd8a3d896b455563733d3a2e708e1384a5140e05b3c6dd0b2f676d, docx-license.txt",
        "pdf-lib-1.17.1.js, 278627f3a5e3efa95e77ab565f10831d3cdb9cbb617ef8388d6ff4bf962d4887, pdf-lib-license.txt"
    })
    void a_kept_library_is_what_was_published_and_has_its_licence(String file, String sum, String licence)
            throws IOException, NoSuchAlgorithmException {
        byte[] content = Files.readAllBytes(LIBRARIES.resolve(file));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(sum);
        assertThat(Files.readString(LIBRARIES.resolve(licence))).contains("MIT");
    }

    @Test
    void no_library_is_kept_that_is_not_known_here() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "docx-9.5.1.js", "docx-license.txt", "pdf-lib-1.17.1.js", "pdf-lib-license.txt");
        }
    }
}
