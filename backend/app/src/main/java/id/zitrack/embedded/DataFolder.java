package id.zitrack.embedded;

import id.zitrack.platform.Settings;
import id.zitrack.platform.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The folder in which the embedded parts keep everything; only its owner may look inside. */
@Component
class DataFolder {
    private static final FileAttribute<?>[] OWNER_ONLY_FOLDER = ownerOnly("rwx------");
    private static final FileAttribute<?>[] OWNER_ONLY_FILE = ownerOnly("rw-------");

    private final Path path;

    DataFolder(Settings settings) {
        this.path = settings.dataFolder();
        try {
            Files.createDirectories(path, OWNER_ONLY_FOLDER);
            if (OWNER_ONLY_FOLDER.length > 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            Files.deleteIfExists(Files.createTempFile(path, "writable", null, OWNER_ONLY_FILE));
        } catch (IOException e) {
            throw new WrongSetting("zitrack.data", "folder " + path + " tidak dapat dibuat atau ditulisi.", e);
        }
    }

    Path path() {
        return path;
    }

    /** A folder inside, made when missing. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name), OWNER_ONLY_FOLDER);
        } catch (IOException e) {
            throw new WrongSetting("zitrack.data", "folder " + path.resolve(name) + " tidak dapat dibuat.", e);
        }
    }

    Optional<String> read(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new WrongSetting("zitrack.data", "berkas " + file + " tidak dapat dibaca.", e);
        }
    }

    /** Writes a secret whole or not at all, readable by the owner only. */
    void write(String name, String content) {
        var file = path.resolve(name);
        try {
            var draft = Files.createTempFile(path, name, ".new", OWNER_ONLY_FILE);
            try (var channel = java.nio.channels.FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
                channel.write(java.nio.ByteBuffer.wrap(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WrongSetting("zitrack.data", "berkas " + file + " tidak dapat ditulis.", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return java.nio.file.FileSystems.getDefault()
                        .supportedFileAttributeViews()
                        .contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
