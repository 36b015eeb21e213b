package org.commonfold.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Where everything is kept; one launcher at a time. */
final class DataDirectory implements AutoCloseable {

    private static final long MEBIBYTE = 1024 * 1024;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataDirectory open(Options options) throws CannotStart {
        Path path = options.data.toAbsolutePath().normalize();
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path, OWNER_ONLY);
            }
            requireOurs(path);
            requireRoom(path, options.diskMinMebibytes);
            return new DataDirectory(path, lock(path));
        } catch (IOException unusable) {
            throw new CannotStart("The data directory " + path + " cannot be written.", unusable);
        }
    }

    /** The system gives the lock back, however this process may end. */
    private static FileChannel lock(Path path) throws IOException, CannotStart {
        FileChannel lockFile = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lockFile.tryLock() == null) {
                throw new OverlappingFileLockException();
            }
            return lockFile;
        } catch (OverlappingFileLockException taken) {
            lockFile.close();
            throw new CannotStart("Another deploy/up is using " + path + ".", taken);
        }
    }

    /** {@code --fresh} deletes: never in a directory that we did not begin. */
    private static void requireOurs(Path path) throws IOException, CannotStart {
        try (Stream<Path> files = Files.list(path)) {
            if (!Files.exists(path.resolve("lock")) && files.findAny().isPresent()) {
                throw new CannotStart(path + " holds something else; name another with --data.");
            }
        }
    }

    private static void requireRoom(Path path, long mebibytesMin) throws IOException, CannotStart {
        long mebibytes = Files.getFileStore(path).getUsableSpace() / MEBIBYTE;
        if (mebibytes < mebibytesMin) {
            throw new CannotStart("The disk is full: %s has %d MiB left and needs %d (--disk-min)."
                    .formatted(path, mebibytes, mebibytesMin));
        }
    }

    /** Deletes all that is kept, but the lock. */
    void clear() throws IOException {
        for (String name : new String[] {"postgres", "kafka", "keys", "logs", "sample.json"}) {
            deleteAll(path.resolve(name));
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                    throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failure)
                    throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** A directory in it that exists. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
