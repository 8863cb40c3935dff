package id.zitrack.upload;

import id.zitrack.evidence.EvidenceIntake;
import id.zitrack.evidence.EvidenceResponse;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.NotThere;
import id.zitrack.storage.UploadBroken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Resumable uploads as the tus protocol 1.0.0 describes them (https://tus.io/protocols/resumable-upload). */
@RestController
@Tag(name = "evidence")
class UploadController {
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String METADATA = "Upload-Metadata";
    private static final String EXPIRES = "Upload-Expires";
    private static final String CHECKSUM = "Upload-Checksum";

    /** The most that a request with a checksum may carry: it is held back until the checksum is right. */
    private static final int MOST_CHECKED = 8 * 1024 * 1024;

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final StartingUpload starting;
    private final Uploads uploads;
    private final HoldingUploads holding;
    private final TakingBytes taking;
    private final FinishingUpload finishing;
    private final ForgettingUploads forgetting;
    private final EvidenceIntake intake;
    private final Clock clock;

    UploadController(
            StartingUpload starting,
            Uploads uploads,
            HoldingUploads holding,
            TakingBytes taking,
            FinishingUpload finishing,
            ForgettingUploads forgetting,
            EvidenceIntake intake,
            Clock clock) {
        this.starting = starting;
        this.uploads = uploads;
        this.holding = holding;
        this.taking = taking;
        this.finishing = finishing;
        this.forgetting = forgetting;
        this.intake = intake;
        this.clock = clock;
    }

    @Operation(summary = "Tells which version and extensions of the tus protocol resumable uploads speak")
    @RequestMapping(path = "/api/uploads", method = RequestMethod.OPTIONS)
    @PreAuthorize("@access.may('CHANGE_EVIDENCE')")
    ResponseEntity<Void> describe() {
        return ResponseEntity.noContent()
                .header("Tus-Extension", TusProtocol.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(starting.limit()))
                .header("Tus-Checksum-Algorithm", TusProtocol.CHECKSUMS)
                .build();
    }

    @Operation(
            summary = "Begins a resumable upload (tus 1.0.0)",
            description = "The metadata names the file (filename) and what it is for: unit, perhaps with assessment and"
                    + " question; or evidence, perhaps with the reason, for a new version.")
    @PostMapping("/api/uploads")
    @PreAuthorize("#target == null ? @access.may('CHANGE_EVIDENCE')"
            + " : #target.evidence() != null ? @access.may('CHANGE_EVIDENCE', 'evidence', #target.evidence())"
            + " : @access.may('CHANGE_EVIDENCE', 'unit', #target.unit()) and (#target.assessment() == null"
            + " or @access.may('LINK_EVIDENCE', 'assessment', #target.assessment()))")
    ResponseEntity<Void> start(
            @Parameter(description = "Pairs of a key and a base64 value", schema = @Schema(type = "string"))
                    @RequestHeader(name = METADATA, required = false)
                    @Nullable
                    UploadTarget target,
            @Parameter(hidden = true) @RequestHeader(name = METADATA, required = false) @Nullable String metadata,
            @RequestHeader(name = LENGTH, required = false) @Nullable Long length,
            @RequestHeader(name = TusProtocol.RESUMABLE, required = false) @Nullable String version) {
        requireVersion(version);
        if (target == null || metadata == null) {
            throw new InvalidRequest(METADATA, "is missing");
        }
        if (length == null || length < 0) {
            throw new InvalidRequest(LENGTH, "is missing or not a length");
        }
        var upload = starting.start(target, metadata, length);
        return ResponseEntity.created(URI.create("/api/uploads/" + upload.id()))
                .header(EXPIRES, HTTP_DATE.format(upload.expiresAt()))
                .build();
    }

    @Operation(summary = "Tells how much of an upload has arrived")
    @RequestMapping(path = "/api/uploads/{id}", method = RequestMethod.HEAD)
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'upload', #id)")
    ResponseEntity<Void> offset(
            @PathVariable UUID id,
            @RequestHeader(name = TusProtocol.RESUMABLE, required = false) @Nullable String version) {
        requireVersion(version);
        var found = find(id);
        requireNotGone(found);
        if (found.isHeld(clock.instant())) {
            throw new UploadLocked(id);
        }
        var upload = finishing.finish(id);
        return withOffset(HttpStatus.OK, upload)
                .header(LENGTH, Long.toString(upload.length()))
                .header(METADATA, upload.metadata())
                .build();
    }

    @Operation(
            summary = "Sends the next bytes of an upload; those that complete it make it evidence",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = TusProtocol.CONTENT_TYPE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @PatchMapping("/api/uploads/{id}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'upload', #id)")
    ResponseEntity<Void> append(
            @PathVariable UUID id,
            @RequestHeader(name = OFFSET, required = false) @Nullable Long offset,
            @RequestHeader(name = CHECKSUM, required = false) @Nullable String checksum,
            @RequestHeader(name = TusProtocol.RESUMABLE, required = false) @Nullable String version,
            HttpServletRequest request)
            throws IOException {
        requireVersion(version);
        if (!TusProtocol.CONTENT_TYPE.equals(request.getContentType())) {
            throw TusProblem.contentType();
        }
        if (offset == null || offset < 0) {
            throw new InvalidRequest(OFFSET, "is missing or not an offset");
        }
        try (var held = holding.hold(id)) {
            requireNotGone(held.upload());
            if (held.upload().offset() != offset) {
                throw TusProblem.offset(held.upload().offset());
            }
            if (request.getContentLengthLong() > held.upload().missing()) {
                throw new InvalidRequest("Content-Length", "is more than what is missing");
            }
            taking.take(held, checksum == null ? request.getInputStream() : checked(request, checksum));
            if (held.upload().isComplete()) {
                finishing.finish(held);
            }
            return withOffset(HttpStatus.NO_CONTENT, held.upload()).build();
        }
    }

    @Operation(summary = "Withdraws an upload; evidence that it has become stays")
    @DeleteMapping("/api/uploads/{id}")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'upload', #id)")
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = TusProtocol.RESUMABLE, required = false) @Nullable String version) {
        requireVersion(version);
        requireNotGone(find(id));
        forgetting.withdraw(id);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Tells the evidence that a complete upload has become, or the problem that its file met")
    @GetMapping("/api/uploads/{id}/result")
    @PreAuthorize("@access.may('CHANGE_EVIDENCE', 'upload', #id)")
    ResponseEntity<EvidenceResponse> result(@PathVariable UUID id) {
        var upload = finishing.finish(id);
        requireNotGone(upload);
        var outcome = upload.outcome();
        if (outcome == null) {
            throw new UploadIncomplete(upload);
        }
        if (outcome.refusal() != null) {
            throw new UploadRefused(outcome.refusal());
        }
        return Optional.ofNullable(outcome.evidenceId())
                .flatMap(it -> intake.show(it, outcome.alreadyThere()))
                .orElseThrow(() -> new NotThere("evidence of upload", id));
    }

    private Upload find(UUID id) {
        return uploads.findById(id).orElseThrow(() -> new NotThere("upload", id));
    }

    private void requireNotGone(Upload upload) {
        if (upload.isGone(clock.instant())) {
            throw new UploadGone(upload.id());
        }
    }

    private static void requireVersion(@Nullable String version) {
        if (!TusProtocol.VERSION.equals(version)) {
            throw TusProblem.version();
        }
    }

    private static ResponseEntity.BodyBuilder withOffset(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header(OFFSET, Long.toString(upload.offset()))
                .header(EXPIRES, HTTP_DATE.format(upload.expiresAt()));
    }

    /** The body, once it is known to be what its sender meant. */
    private static InputStream checked(HttpServletRequest request, String checksum) throws IOException {
        var words = checksum.split(" ", 2);
        var algorithm = ALGORITHMS.get(words[0]);
        if (algorithm == null || words.length < 2) {
            throw new InvalidRequest(CHECKSUM, "names none of " + TusProtocol.CHECKSUMS);
        }
        if (request.getContentLengthLong() > MOST_CHECKED) {
            throw TusProblem.chunkTooLarge(MOST_CHECKED);
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(MOST_CHECKED + 1);
        } catch (IOException e) {
            throw new UploadBroken();
        }
        if (bytes.length > MOST_CHECKED) {
            throw TusProblem.chunkTooLarge(MOST_CHECKED);
        }
        if (!words[1].strip().equals(Base64.getEncoder().encodeToString(digest(algorithm, bytes)))) {
            throw TusProblem.checksum();
        }
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
