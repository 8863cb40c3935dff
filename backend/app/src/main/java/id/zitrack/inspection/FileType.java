package id.zitrack.inspection;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of file that count as evidence, by content.
 *
 * <p>Everything else is refused: what is not here is either able to run (programs, scripts, HTML, SVG, macros), hides
 * its content from assessors (ZIP, RAR) or has a successor every office suite can save to (DOC, XLS, PPT).
 */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    /** Photos of newer telephones. Not every browser shows them, but nobody should lose a photo over that. */
    HEIC("image/heic", "heic"),
    MP4("video/mp4", "mp4"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of a file name of this type, without the dot. */
    public String extension() {
        return extension;
    }

    public boolean isText() {
        return this == TEXT || this == CSV;
    }

    public static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst();
    }
}
