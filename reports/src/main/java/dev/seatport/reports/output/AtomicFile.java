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

/** A file beside another that takes its place whole, or vanishes, also when the process is ended before. */
public final class AtomicFile {
    private static final int MOST_TRIES = 100;

    private final Path target;
    private final Path path;
    private final Thread cleaner;

    private AtomicFile(Path target, Path path) {
        this.target = target;
        this.path = path;
        this.cleaner = new Thread(() -> path.toFile().delete());
        Runtime.getRuntime().addShutdownHook(cleaner);
    }

    /** Begins a draft that only its owner may read. Nothing that exists is opened, for others may have put it there. */
    static AtomicFile of(Path target) throws IOException {
        for (int i = 0; ; i++) {
            Path path =
                    target.resolveSibling(".seatport-" + ProcessHandle.current().pid() + "-" + i + ".part");
            try {
                return new AtomicFile(target, Files.createFile(path, ownerOnly(path)));
            } catch (FileAlreadyExistsException taken) {
                if (i == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    /**
     * The attributes of a new file that only its owner may read and write, because it holds names, numbers or secrets.
     *
     * @return empty where the file system has no such permissions
     */
    public static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path target) throws IOException {
        return Files.exists(target)
                && Files.getFileStore(target).supportsFileAttributeView(PosixFileAttributeView.class);
    }

    OutputStream open() throws IOException {
        return Files.newOutputStream(path, StandardOpenOption.WRITE);
    }

    /** Puts the draft in its place, with the permissions of what was there. */
    void publish() throws IOException {
        if (hasPermissions(target)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
            // Some file systems have one mode for all files, and refuse to set any.
            if (!permissions.equals(Files.getPosixFilePermissions(path))) {
                Files.setPosixFilePermissions(path, permissions);
            }
        }
        Files.move(path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forget();
    }

    void discard() {
        path.toFile().delete();
        forget();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException ending) {
            // The process is being ended, so the hook is about to run: there is nothing left for it to delete.
            return;
        }
    }
}
