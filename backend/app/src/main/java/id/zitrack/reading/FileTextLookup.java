package id.zitrack.reading;

import static java.util.stream.Collectors.toMap;

import id.zitrack.inspection.FileType;
import id.zitrack.storage.FileDestroyed;
import id.zitrack.storage.StoredFile;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The text in stored files, each read once. */
@Component
public class FileTextLookup {
    private final FileTexts texts;
    private final ExtractingText extracting;

    FileTextLookup(FileTexts texts, ExtractingText extracting) {
        this.texts = texts;
        this.extracting = extracting;
    }

    /** Whether there is text to be found in files of this type. */
    public static boolean reads(FileType type) {
        return ExtractingText.reads(type);
    }

    /** The text of a file, perhaps an empty one; nothing if it has not been read yet. */
    public Optional<String> find(String sha256) {
        return texts.findById(sha256).map(FileText::text);
    }

    /** The texts of those of these files that have been read, by hash. */
    public Map<String, String> find(Collection<String> sha256s) {
        return texts.findAllById(sha256s.stream().distinct().toList()).stream()
                .collect(toMap(FileText::sha256, FileText::text));
    }

    /** Reads a file that may be opened, unless that has been done. */
    public void read(StoredFile file) throws InterruptedException {
        if (!texts.existsById(file.sha256())) {
            texts.save(extracting.extract(file));
        }
    }

    @EventListener
    void forget(FileDestroyed destroyed) {
        texts.deleteById(destroyed.sha256());
    }
}
