package id.zitrack.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What stored files are needed for. The room that names files by their hash tells. */
public interface FileReferences {

    /**
     * Goes through everything that needs a file, a little at a time.
     *
     * @param each takes the hash of a file and the evidence that names it
     */
    void forEachNeeded(BiConsumer<String, UUID> each);

    /** The uses of each of these files in the caller's institution, by hash; files without any are left out. */
    Map<String, Uses> inOwnInstitution(Collection<String> sha256s);

    /** Everything that needs a file, of whatever institution, removed evidence included. */
    Uses everywhere(String sha256);

    /**
     * What needs a file.
     *
     * @param known as far as the caller may know of it
     * @param hidden how many more pieces of evidence there are
     */
    record Uses(List<FileUse> known, int hidden) {}

    /** One version of a piece of evidence. */
    record FileUse(UUID evidenceId, String title, String fileName, UUID unitId, String unitName) {}
}
