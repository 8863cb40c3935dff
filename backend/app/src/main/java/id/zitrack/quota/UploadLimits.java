package id.zitrack.quota;

import id.zitrack.inspection.FileType;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** What an institution allows its units to upload; what it has not limited is null. */
@Document("upload_limits")
class UploadLimits implements Recorded {
    @Id
    private final UUID institutionId;

    @Version
    private @Nullable Long version;

    private @Nullable Long maxFileBytes;
    private @Nullable Long maxTotalBytes;
    private @Nullable List<FileType> types;

    UploadLimits(
            UUID institutionId,
            @Nullable Long maxFileBytes,
            @Nullable Long maxTotalBytes,
            @Nullable List<FileType> types) {
        this.institutionId = institutionId;
        this.maxFileBytes = maxFileBytes;
        this.maxTotalBytes = maxTotalBytes;
        this.types = types;
    }

    static UploadLimits noneOf(UUID institutionId) {
        return new UploadLimits(institutionId, null, null, null);
    }

    /** Sets all limits; every type accepted is stored as no limit, so that a type added later is accepted too. */
    void set(@Nullable Long maxFileBytes, @Nullable Long maxTotalBytes, Set<FileType> types) {
        this.maxFileBytes = maxFileBytes;
        this.maxTotalBytes = maxTotalBytes;
        this.types = types.equals(EnumSet.allOf(FileType.class)) ? null : List.copyOf(types);
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("upload-limits", institutionId)
                .of(institutionId)
                .say("maxFileBytes", maxFileBytes)
                .say("maxTotalBytes", maxTotalBytes)
                .say("types", types));
    }

    boolean accepts(FileType type) {
        return types == null || types.contains(type);
    }

    @Nullable
    Long maxFileBytes() {
        return maxFileBytes;
    }

    @Nullable
    Long maxTotalBytes() {
        return maxTotalBytes;
    }

    /** Counts the changes; 0 before the first. */
    long revision() {
        return version == null ? 0 : version + 1;
    }
}
