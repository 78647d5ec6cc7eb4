package uk.org.kscb.portal.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The address of the portal's own assets. It holds a fingerprint of their content, so that a browser may keep them for
 * a year and still sees a new release at once.
 */
@Named
@ApplicationScoped
public class Assets {
    private static final List<String> FINGERPRINTED = List.of(
            "/assets/portal.css",
            "/assets/portal.js",
            "/assets/referral.js",
            "/assets/status.svg",
            "/assets/guidance.js");

    @Inject
    private ServletContext context;

    private String base = "";

    @PostConstruct
    void fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : FINGERPRINTED) {
                try (InputStream asset = context.getResourceAsStream(path)) {
                    digest.update(asset.readAllBytes());
                }
            }
            base = "/assets/v-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code /assets/v-1f2e3d4c5b6a}. */
    public String getBase() {
        return base;
    }
}
