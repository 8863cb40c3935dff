package id.zitrack.platform;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.MinioAsyncClient;
import io.minio.UploadPartArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/**
 * Files that reach the {@link ObjectStore} part by part, over hours and from several processes, and are one object in
 * the end. What a method has returned from is stored.
 */
@Component
public class PartStore {
    /** S3 asks for at least this much in every part but the last. */
    public static final int LEAST_PART = 5 * 1024 * 1024;

    private final MinioAsyncClient client;
    private final String bucket;

    /** A part that is stored; numbers begin at 1, ascend to at most 10,000, and may have gaps. */
    public record Part(int number, String etag) {}

    /** The store has opened its bucket and found the address in order. */
    PartStore(ObjectStoreAddress address, ObjectStore opened) {
        this.bucket = address.bucket();
        this.client = MinioAsyncClient.builder()
                .endpoint(address.endpoint())
                .credentials(address.accessKey(), address.secretKey())
                .region(address.region())
                .httpClient(ObjectStore.http(), true)
                .build();
    }

    /** Begins an object and returns the store's name for its parts. */
    public String begin(String key) {
        return run(() -> client.createMultipartUpload(CreateMultipartUploadArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .build()))
                .result()
                .uploadId();
    }

    /** Stores the first {@code length} bytes as a part. */
    public Part put(String key, String parts, int number, byte[] bytes, int length) {
        var stored = run(() -> client.uploadPart(UploadPartArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(parts)
                .partNumber(number)
                .data(bytes, length)
                .build()));
        return new Part(number, stored.part().etag());
    }

    /**
     * Makes one object of parts, in ascending order of their numbers.
     *
     * @throws NotThere if the parts are not there any more, perhaps because they are one object already
     */
    public void complete(String key, String parts, List<Part> inOrder) {
        run(() -> client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                .bucket(bucket)
                .object(key)
                .uploadId(parts)
                .parts(inOrder.stream()
                        .map(it -> new io.minio.messages.Part(it.number(), it.etag()))
                        .toArray(io.minio.messages.Part[]::new))
                .build()));
    }

    /** Forgets parts that will never be one object; parts that are not there are fine. */
    public void abort(String key, String parts) {
        try {
            run(() -> client.abortMultipartUpload(AbortMultipartUploadArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .uploadId(parts)
                    .build()));
        } catch (NotThere alreadyGone) {
            // What was wanted.
        }
    }

    private interface Call<T> {
        CompletableFuture<T> start() throws MinioException;
    }

    private static <T> T run(Call<T> call) {
        try {
            return call.start().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ErrorResponseException refused) {
                throw ObjectStore.problem(refused);
            }
            throw ObjectStore.problem(e.getCause() instanceof Exception cause ? cause : e);
        } catch (MinioException | IllegalStateException e) {
            throw ObjectStore.problem(e);
        }
    }
}
