package uk.org.kscb.portal.ear.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Whole folders: copied, deleted, unpacked. */
final class Folders {
    private Folders() {}

    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    /** Unpacks beside the target and moves the whole in place, so that a half-unpacked folder is never used. */
    static void unzip(Path zip, Path target) throws IOException {
        Path half = target.resolveSibling(
                target.getFileName() + ".unpacking." + ProcessHandle.current().pid());
        delete(half);
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path path = half.resolve(entry.getName()).normalize();
                if (!path.startsWith(half)) {
                    throw new IOException("The archive " + zip + " wants to write outside its folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(in, path);
                }
            }
        }
        if (Files.exists(target)) {
            delete(half); // another launcher was quicker
        } else {
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
