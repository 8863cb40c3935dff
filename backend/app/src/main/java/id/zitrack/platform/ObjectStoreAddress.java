package id.zitrack.platform;

/** Where files are kept: an S3 endpoint and the keys to one bucket. */
public record ObjectStoreAddress(String endpoint, String accessKey, String secretKey, String bucket, String region) {

    @Override
    public String toString() {
        return endpoint + "/" + bucket;
    }
}
