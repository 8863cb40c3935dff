package id.zitrack.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the application; docs/production.md says what each means.
 *
 * @param data the folder in which embedded parts keep what they store
 * @param publicUrl the address people use when a proxy stands in front; empty means the address of each request
 */
@ConfigurationProperties("zitrack")
public record Settings(
        Path data,
        boolean demo,
        String publicUrl,
        Mongodb mongodb,
        S3 s3,
        Oidc oidc,
        Admin admin,
        Upload upload,
        Clamd clamd,
        Keeping keeping) {

    /** Where documents are kept; an empty URI means the embedded server. */
    public record Mongodb(String uri) {}

    /** Where files are kept; an empty endpoint means the embedded server. */
    public record S3(String endpoint, String accessKey, String secretKey, String bucket, String region) {}

    /** Who says who somebody is; an empty issuer means the embedded accounts. */
    public record Oidc(String issuer, String clientId) {}

    /** The first administrator where another identity provider keeps the accounts. */
    public record Admin(String email) {}

    /** What may be uploaded. */
    public record Upload(DataSize maxSize) {}

    /** Where clamd listens, as {@code host:port}; empty means that no file is scanned for malware. */
    public record Clamd(String address) {
        public boolean isOn() {
            return !address.isBlank();
        }
    }
    /**
     * How stored evidence is kept safe.
     *
     * @param sweepEvery how often every stored file is read again and compared with its hash; zero means never
     * @param sweepRate how much of it is read in a second, so that people do not notice; zero means as fast as it goes
     * @param retention how long deleted evidence is kept before an administrator may destroy it
     */
    public record Keeping(Duration sweepEvery, DataSize sweepRate, Period retention) {}

    /** The data folder as an absolute path: some parts break silently on relative ones. */
    public Path dataFolder() {
        return data.toAbsolutePath().normalize();
    }
}
