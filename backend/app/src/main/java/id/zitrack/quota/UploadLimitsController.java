package id.zitrack.quota;

import id.zitrack.inspection.FileType;
import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.Revision;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the units of the caller's institution may upload. */
@RestController
@Tag(name = "evidence")
@RequestMapping("/api/upload-limits")
class UploadLimitsController {
    private final UploadLimitsRecords records;
    private final LimitingUploads limiting;

    UploadLimitsController(UploadLimitsRecords records, LimitingUploads limiting) {
        this.records = records;
        this.limiting = limiting;
    }

    @GetMapping
    @PreAuthorize("@access.may('SEE_ORGANIZATION')")
    ResponseEntity<UploadLimitsResponse> show() {
        return withRevision(limiting.limits());
    }

    @PutMapping
    @PreAuthorize("@access.may('MANAGE_ORGANIZATION')")
    ResponseEntity<UploadLimitsResponse> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UploadLimitsRequest request) {
        long seen = Revision.require(ifMatch);
        var limits = limiting.limits();
        if (limits.revision() != seen) {
            throw changedMeanwhile(limits);
        }
        limits.set(maxFileBytes(request), request.maxTotalBytes(), types(request));
        try {
            return withRevision(records.save(limits));
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            throw changedMeanwhile(limiting.limits());
        }
    }

    /** What an administrator sets; a limit that is null follows the installation, or is none. */
    record UploadLimitsRequest(
            @Positive @Nullable Long maxFileBytes,
            @Positive @Nullable Long maxTotalBytes,
            @NotNull @Size(min = 1, max = 50) List<String> types) {}

    /**
     * The limits as the API shows them.
     *
     * @param largestFileBytes what counts now: the institution's own limit, or the installation's
     * @param ceilingFileBytes the installation's limit, which no institution can exceed
     * @param types the endings of the types that are accepted
     * @param allTypes the endings of the types that could be
     * @param usedBytes of all versions together
     */
    record UploadLimitsResponse(
            @Nullable Long maxFileBytes,
            long largestFileBytes,
            long ceilingFileBytes,
            @Nullable Long maxTotalBytes,
            long usedBytes,
            List<String> types,
            List<String> allTypes,
            long revision) {}

    private @Nullable Long maxFileBytes(UploadLimitsRequest request) {
        var bytes = request.maxFileBytes();
        if (bytes != null && bytes > limiting.ceiling()) {
            throw new InvalidRequest("maxFileBytes", "must be at most " + limiting.ceiling());
        }
        return bytes;
    }

    private static Set<FileType> types(UploadLimitsRequest request) {
        var types = EnumSet.noneOf(FileType.class);
        for (var ending : request.types()) {
            types.add(Arrays.stream(FileType.values())
                    .filter(it -> it.extension().equals(ending))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest("types", "has a type that is never accepted")));
        }
        return types;
    }

    private ChangedMeanwhile changedMeanwhile(UploadLimits limits) {
        return new ChangedMeanwhile("The upload limits", response(limits));
    }

    private ResponseEntity<UploadLimitsResponse> withRevision(UploadLimits limits) {
        return ResponseEntity.ok().eTag(Revision.etag(limits.revision())).body(response(limits));
    }

    private UploadLimitsResponse response(UploadLimits limits) {
        return new UploadLimitsResponse(
                limits.maxFileBytes(),
                limiting.maxFileBytes(limits),
                limiting.ceiling(),
                limits.maxTotalBytes(),
                limiting.usedBytes(),
                Arrays.stream(FileType.values())
                        .filter(limits::accepts)
                        .map(FileType::extension)
                        .toList(),
                Arrays.stream(FileType.values()).map(FileType::extension).toList(),
                limits.revision());
    }
}
