package id.zitrack.evidence;

import id.zitrack.storage.FileLookup;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends the bytes of a file so that a browser saves or shows them but never runs anything in them, and so that nobody
 * receives a whole file that is not the one that was stored.
 */
@Component
class ContentResponse {
    private final FileLookup files;
    private final Looks looks;
    private final HttpServletRequest request;

    ContentResponse(FileLookup files, Looks looks, HttpServletRequest request) {
        this.files = files;
        this.looks = looks;
        this.request = request;
    }

    /** Answers the current request with one version of the file, or the part of it that was asked for. */
    ResponseEntity<InputStreamResource> of(Evidence evidence, int number) {
        var version = evidence.version(number);
        var file = files.requireAvailable(version.sha256());
        var etag = '"' + file.sha256() + '"';
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(it -> safe(it, version, etag))
                    .build();
        }
        looks.note(evidence, Looks.At.CONTENT, number);
        var range = range(file.size(), etag);
        if (range == null) {
            var whole = files.open(file);
            var answer = answer(HttpStatus.OK, version, etag, file.size(), whole, null);
            return whole.isVerified() ? answer : cuttable(answer);
        }
        long start = range.getRangeStart(file.size());
        long end = range.getRangeEnd(file.size());
        if (start >= file.size()) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        }
        var part = files.openRange(file, start, end - start + 1);
        return answer(
                HttpStatus.PARTIAL_CONTENT,
                version,
                etag,
                end - start + 1,
                part,
                "bytes " + start + "-" + end + "/" + file.size());
    }

    /** Refuses a version that cannot be opened now. */
    void requireAvailable(Evidence evidence, int number) {
        files.requireAvailable(evidence.version(number).sha256());
    }

    /** On a connection that ends with the answer, a client sees at once that an answer is too short. */
    private static ResponseEntity<InputStreamResource> cuttable(ResponseEntity<InputStreamResource> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.CONNECTION, "close")
                .body(answer.getBody());
    }

    private static ResponseEntity<InputStreamResource> answer(
            HttpStatus status,
            Evidence.FileVersion version,
            String etag,
            long length,
            InputStream content,
            @Nullable String contentRange) {
        var answer = ResponseEntity.status(status).headers(it -> {
            safe(it, version, etag);
            if (contentRange != null) {
                it.set(HttpHeaders.CONTENT_RANGE, contentRange);
            }
        });
        return answer.contentLength(length).body(new InputStreamResource(content));
    }

    private static void safe(HttpHeaders headers, Evidence.FileVersion version, String etag) {
        headers.setETag(etag);
        headers.setContentType(mediaType(version.mediaType()));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(version.fileName(), StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setCacheControl("private, no-cache");
    }

    private static MediaType mediaType(String mediaType) {
        var type = MediaType.parseMediaType(mediaType);
        // Without a charset browsers guess; what is not UTF-8 then shows a few wrong letters and nothing worse.
        return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    /** The one range asked for; null for the whole file, also for several ranges, which a server may ignore. */
    private @Nullable HttpRange range(long size, String etag) {
        var header = request.getHeader(HttpHeaders.RANGE);
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (header == null || size == 0 || (condition != null && !condition.equals(etag))) {
            return null;
        }
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(header);
        } catch (IllegalArgumentException notAByteRange) {
            return null;
        }
        return ranges.size() == 1 ? ranges.get(0) : null;
    }

    private static boolean matches(@Nullable String header, String etag) {
        return header != null
                && (header.strip().equals("*")
                        || List.of(header.split("\\s*,\\s*")).contains(etag));
    }
}
