package dev.seatport.reports.output;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The permissions of new files that hold names, numbers or secrets: their owner may read and write them. */
public final class OwnerOnly {
    private static final String PERMISSIONS = "rw-------";

    private OwnerOnly() {}

    /** The attributes to create the file with; none where the file system has no such permissions. */
    public static FileAttribute<?>[] attributes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS))
                }
                : new FileAttribute<?>[0];
    }
}
