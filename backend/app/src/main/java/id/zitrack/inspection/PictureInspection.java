package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a photo or film is whole, from its structure alone; nothing is decoded. */
final class PictureInspection {

    /**
     * The most pixels a picture may have. Telephones reach 200 million; a page of A3 scanned at 1,200 dpi has 280
     * million. More is made to break the program that opens it.
     */
    private static final long MOST_PIXELS = 300_000_000L;

    private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Brands of HEIF still images (ISO/IEC 23008-12, annex B). */
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1");

    /** Brands of MP4 (ISO/IEC 14496-12 and -14, and Apple's for the same container). */
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash");

    private static final int WINDOW = 256 * 1024;

    private PictureInspection() {}

    /** The picture or film type whose marks the first bytes bear. */
    static @Nullable FileType recognize(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xFF && head[1] == (byte) 0xD8 && head[2] == (byte) 0xFF) {
            return FileType.JPEG;
        }
        if (FileInspection.startsWith(head, PNG_MARK)) {
            return FileType.PNG;
        }
        if (head.length < 12) {
            return null;
        }
        if (word(head, 0).equals("RIFF") && word(head, 8).equals("WEBP")) {
            return FileType.WEBP;
        }
        if (word(head, 4).equals("ftyp")) {
            var brand = word(head, 8);
            return HEIC_BRANDS.contains(brand) ? FileType.HEIC : MP4_BRANDS.contains(brand) ? FileType.MP4 : null;
        }
        return null;
    }

    static void inspect(Content content, FileType type) throws IOException {
        var whole = switch (type) {
            case JPEG -> isWholeJpeg(content);
            case PNG -> isWholePng(content);
            case WEBP -> isWholeWebp(content);
            case HEIC -> isWholeBoxFile(content, "meta");
            case MP4 -> isWholeBoxFile(content, "moov");
            default -> throw new IllegalArgumentException(type + " is no picture");
        };
        if (!whole) {
            throw new RefusedFile(Reason.BROKEN, type.mediaType());
        }
    }

    /** Walks the segments up to the scan and looks for the end of the image after it (ITU-T T.81, annex B). */
    private static boolean isWholeJpeg(Content content) throws IOException {
        long at = 2;
        var sized = false;
        while (at + 4 <= content.size()) {
            var segment = content.slice(at, 9);
            if (segment[0] != (byte) 0xFF) {
                return false;
            }
            int marker = segment[1] & 0xFF;
            if (marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }
            int length = unsigned16(segment, 2);
            if (marker == 0xD9 || length < 2) {
                return false;
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                if (segment.length < 9) {
                    return false;
                }
                refuseTooManyPixels(unsigned16(segment, 5), unsigned16(segment, 7), FileType.JPEG);
                sized = true;
            }
            at += 2L + length;
            if (marker == 0xDA) {
                return sized && hasEndOfImage(content, at);
            }
        }
        return false;
    }

    private static boolean hasEndOfImage(Content content, long from) throws IOException {
        if (from >= content.size()) {
            return false;
        }
        var buffer = new byte[WINDOW];
        int previous = 0;
        try (var stream = content.from(from)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    int current = buffer[i] & 0xFF;
                    if (previous == 0xFF && current == 0xD9) {
                        return true;
                    }
                    previous = current;
                }
            }
        }
        return false;
    }

    /** Walks the chunks from IHDR to IEND (PNG specification, 5). */
    private static boolean isWholePng(Content content) throws IOException {
        long at = PNG_MARK.length;
        for (var first = true; at + 12 <= content.size(); first = false) {
            var chunk = content.slice(at, 16);
            long length = unsigned32(chunk, 0);
            var name = word(chunk, 4);
            if (first != name.equals("IHDR") || length > content.size() - at - 12) {
                return false;
            }
            if (first) {
                if (length != 13) {
                    return false;
                }
                refuseTooManyPixels(unsigned32(chunk, 8), unsigned32(chunk, 12), FileType.PNG);
            }
            if (name.equals("IEND")) {
                return true;
            }
            at += length + 12;
        }
        return false;
    }

    private static boolean isWholeWebp(Content content) throws IOException {
        var head = content.head(16);
        long length = Integer.toUnsignedLong(Integer.reverseBytes((int) unsigned32(head, 4)));
        return head.length == 16 && length >= 8 && length + 8 <= content.size();
    }

    /** Walks the outermost boxes, which must fill the file and include the one that says what is in it. */
    private static boolean isWholeBoxFile(Content content, String needed) throws IOException {
        long at = 0;
        var found = false;
        while (at + 8 <= content.size()) {
            var box = content.slice(at, 16);
            long length = unsigned32(box, 0);
            if (length == 1 && box.length == 16) {
                length = ByteBuffer.wrap(box, 8, 8).getLong();
            } else if (length == 0) {
                length = content.size() - at;
            }
            if (length < 8 || length > content.size() - at) {
                return false;
            }
            found |= word(box, 4).equals(needed);
            at += length;
        }
        return found && at == content.size();
    }

    private static void refuseTooManyPixels(long width, long height, FileType type) {
        if (width == 0 || height == 0) {
            throw new RefusedFile(Reason.BROKEN, type.mediaType());
        }
        if (width * height > MOST_PIXELS) {
            throw new RefusedFile(Reason.BOMB, type.mediaType());
        }
    }

    private static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int unsigned16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static long unsigned32(byte[] bytes, int at) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes, at, 4).getInt());
    }
}
