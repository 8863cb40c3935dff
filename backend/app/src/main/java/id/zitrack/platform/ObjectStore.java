package id.zitrack.platform;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files by key in one bucket of an S3 server. What a method has returned from is stored. */
@Component
public class ObjectStore {
    /** S3 asks for at least 5 MiB for every part but the last. */
    private static final long PART_SIZE = 8L * 1024 * 1024;

    private static final Set<String> FULL =
            Set.of("XMinioStorageFull", "QuotaExceeded", "XMinioAdminBucketQuotaExceeded", "InsufficientStorage");

    private final MinioClient client;
    private final String bucket;

    ObjectStore(ObjectStoreAddress address) {
        this.bucket = address.bucket();
        try {
            this.client = MinioClient.builder()
                    .endpoint(address.endpoint())
                    .credentials(address.accessKey(), address.secretKey())
                    .region(address.region())
                    .httpClient(http(), true)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("zitrack.s3.endpoint", "bukan alamat (" + e.getMessage() + ").", e);
        }
        open(address);
    }

    static OkHttpClient http() {
        return new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofMinutes(2))
                .writeTimeout(Duration.ofMinutes(2))
                .build();
    }

    private void open(ObjectStoreAddress address) {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder()
                        .bucket(bucket)
                        .region(address.region())
                        .build());
            }
        } catch (ErrorResponseException e) {
            throw refused(e);
        } catch (MinioException | IllegalStateException e) {
            throw new WrongSetting(
                    "zitrack.s3.endpoint", "tidak ada server S3 yang menjawab di " + address.endpoint() + ".", e);
        }
    }

    private WrongSetting refused(ErrorResponseException e) {
        var code = e.errorResponse().code();
        return switch (code) {
            case "InvalidAccessKeyId" ->
                new WrongSetting("zitrack.s3.access-key", "server S3 tidak mengenal kunci ini.", e);
            case "SignatureDoesNotMatch" ->
                new WrongSetting("zitrack.s3.secret-key", "server S3 menolak tanda tangan dengan kunci ini.", e);
            case "InvalidBucketName" ->
                new WrongSetting("zitrack.s3.bucket", "\"" + bucket + "\" bukan nama bucket yang sah.", e);
            default ->
                new WrongSetting("zitrack.s3.bucket", "server S3 menolak bucket " + bucket + " (" + code + ").", e);
        };
    }

    /**
     * Stores what the stream holds.
     *
     * @param size in bytes; -1 where it is not known
     */
    public void put(String key, InputStream content, long size, String contentType) {
        run(() -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        content, size, size < 0 || size > PART_SIZE ? PART_SIZE : -1L)
                .contentType(contentType)
                .build()));
    }

    /** The content; the caller closes it. */
    public InputStream get(String key) {
        return run(() -> client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    /** Part of the content, from an offset counted from 0; the caller closes it. */
    public InputStream getRange(String key, long offset, long length) {
        return run(() -> client.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(offset)
                .length(length)
                .build()));
    }

    /** Copies within the store, without the bytes passing through here. */
    public void copy(String from, String to) {
        run(() -> client.copyObject(CopyObjectArgs.builder()
                .bucket(bucket)
                .object(to)
                .source(SourceObject.builder().bucket(bucket).object(from).build())
                .build()));
    }

    /** The size in bytes, or empty if there is no such key. */
    public Optional<Long> size(String key) {
        try {
            return Optional.of(run(() -> client.statObject(
                            StatObjectArgs.builder().bucket(bucket).object(key).build()))
                    .size());
        } catch (NotThere e) {
            return Optional.empty();
        }
    }

    public boolean exists(String key) {
        return size(key).isPresent();
    }

    /** Removes a key; one that is not there is fine. */
    public void delete(String key) {
        run(() -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return key;
        });
    }

    /** The keys that start with a prefix, sorted. */
    public List<String> list(String prefix) {
        return run(() -> {
            var keys = new ArrayList<String>();
            for (var item : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                keys.add(item.get().objectName());
            }
            return keys;
        });
    }

    /** What is stored under the keys that start with a prefix, sorted by key. */
    public List<Stored> listStored(String prefix) {
        return run(() -> {
            var stored = new ArrayList<Stored>();
            for (var result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .recursive(true)
                    .build())) {
                var item = result.get();
                stored.add(new Stored(
                        item.objectName(), item.size(), item.lastModified().toInstant()));
            }
            return stored;
        });
    }

    /** One stored key, its size in bytes and when it was written. */
    public record Stored(String key, long size, Instant at) {}

    private interface Call<T> {
        T run() throws MinioException;
    }

    private static <T> T run(Call<T> call) {
        try {
            return call.run();
        } catch (ErrorResponseException e) {
            throw problem(e);
        } catch (MinioException | IllegalStateException e) {
            // The client wraps broken lines in one or the other.
            throw problem(e);
        }
    }

    static RuntimeException problem(ErrorResponseException e) {
        var code = e.errorResponse().code();
        var status = e.response() == null ? 0 : e.response().code();
        if (code.equals("NoSuchKey") || status == 404) {
            return new NotThere("file", String.valueOf(e.errorResponse().objectName()));
        }
        if (FULL.contains(code) || status == 507) {
            return new StorageFull();
        }
        return new IllegalStateException("The object store refused: " + code, e);
    }

    /** What is not an answer of the store is a broken line to it, or a broken line to the caller whose body we read. */
    static RuntimeException problem(Exception e) {
        var isLineBroken = e instanceof MinioException;
        for (@Nullable Throwable it = e; it != null; it = it.getCause()) {
            if (it instanceof DomainProblem own) {
                return own;
            }
            isLineBroken |= it instanceof IOException;
            if (it instanceof IOException && it.getClass().getName().endsWith("ClientAbortException")) {
                return new IllegalStateException("The caller went away while sending", e);
            }
        }
        if (!isLineBroken) {
            return new IllegalStateException("The object store could not be asked", e);
        }
        var unreachable = new StoreUnreachable("The object store does not answer.");
        unreachable.initCause(e);
        return unreachable;
    }
}
