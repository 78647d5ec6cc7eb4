package uk.org.kscb.portal.plan.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The published plan's files, which are not part of the project, and the starting plan, which is. */
final class PlanSamples {

    private PlanSamples() {}

    /** Skips the test where the folder is not there. */
    static PlanReading read(String name) {
        Optional<Path> folder = Stream.of(
                        System.getProperty("portal.plan.samples"),
                        System.getenv("PORTAL_PLAN_SAMPLES"),
                        "../../shared/plan",
                        "../shared/plan")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(f -> Files.isRegularFile(f.resolve(name)))
                .findFirst();
        assumeTrue(
                folder.isPresent(),
                () -> "skipped: " + name + " is not here; name its folder by -Dportal.plan.samples or by"
                        + " PORTAL_PLAN_SAMPLES");
        return read(folder.orElseThrow().resolve(name));
    }

    static PlanReading startingPlan() {
        return read(startingPlanFile());
    }

    static Path startingPlanFile() {
        return Path.of("..", "config", "sample-data", "plan.json");
    }

    private static PlanReading read(Path file) {
        try {
            return new PlanReader().read(file.getFileName().toString(), file, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
