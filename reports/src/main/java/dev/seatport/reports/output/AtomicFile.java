package dev.seatport.reports.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a temporary file next to the target and moves it there when complete. A shutdown hook deletes an incomplete file. */
public final class AtomicFile {
    private static final int MAX_NAME_ATTEMPTS = 100;

    private final Path target;
    private final Path path;
    private final Thread cleaner;

    private AtomicFile(Path target, Path path) {
        this.target = target;
        this.path = path;
        this.cleaner = new Thread(() -> path.toFile().delete());
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /** Creates a temporary file that only its owner may read. Never opens an existing file, which an attacker may have created. */
    static AtomicFile of(Path target) throws IOException {
        for (int i = 0; ; i++) {
            Path path =
                    target.resolveSibling(".seatport-" + ProcessHandle.current().pid() + "-" + i + ".part");
            try {
                return new AtomicFile(target, Files.createFile(path, ownerOnly(path)));
            } catch (FileAlreadyExistsException taken) {
                if (i == MAX_NAME_ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /**
     * Returns the attributes of a new file that only its owner may read and write.
     *
     * @return empty if the file system has no POSIX permissions
     */
    public static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets only the owner read and write an existing file. Does nothing if the file system has no POSIX permissions. */
    public static void makePrivate(Path file) throws IOException {
        if (hasPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static boolean hasPermissions(Path target) throws IOException {
        return Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    OutputStream open() throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.WRITE);
    }

    /** Moves the temporary file to the target and keeps the permissions of an existing target. */
    void publish() throws IOException {
        if (hasPermissions(target)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            // Some file systems have one mode for all files and reject any change.
            if (!permissions.equals(Files.getPosixFilePermissions(path))) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        removeShutdownHook();
    }

    void discard() {
        path.toFile().delete();
        removeShutdownHook();
    }

    private void removeShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException shutdown) {
            // The JVM is shutting down. The hook runs and finds no file to delete.
            return;
        }
    }
}
