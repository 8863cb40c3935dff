package id.zitrack.upload;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A request that breaks the tus protocol; the status is the one that the protocol names. */
final class TusProblem extends DomainProblem {
    private TusProblem(String slug, int status, String detail, Map<String, Object> extras) {
        super(slug, status, detail, extras);
    }

    static TusProblem version() {
        return new TusProblem("tus-version", 412, "Send Tus-Resumable: " + TusProtocol.VERSION + ".", Map.of());
    }

    static TusProblem contentType() {
        return new TusProblem(
                "type-not-supported", 415, "Send the bytes as " + TusProtocol.CONTENT_TYPE + ".", Map.of());
    }

    static TusProblem offset(long expected) {
        return new TusProblem(
                "upload-offset", 409, "The next byte is number " + expected + ".", Map.of("offset", expected));
    }

    /** The status has no name in HTTP; the protocol's checksum extension defines it. */
    static TusProblem checksum() {
        return new TusProblem(
                "upload-checksum", 460, "The bytes are not those that the checksum was made of.", Map.of());
    }

    static TusProblem chunkTooLarge(int most) {
        return new TusProblem(
                "upload-chunk-too-large",
                413,
                "A request with a checksum may carry at most " + most + " bytes.",
                Map.of("limit", most));
    }
}
