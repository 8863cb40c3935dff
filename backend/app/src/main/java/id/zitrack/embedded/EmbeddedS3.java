package id.zitrack.embedded;

import id.zitrack.platform.ConditionalOnSetting;
import id.zitrack.platform.ObjectStoreAddress;
import id.zitrack.platform.WrongSetting;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An S3 server in this process, on a free port of the loopback interface; its keys belong to the data folder. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSetting(value = "zitrack.s3.endpoint", empty = true)
class EmbeddedS3 {
    private static final String KEY_FILE = "s3-key";

    private final S3Proxy server;
    private final String secret;

    EmbeddedS3(DataFolder data) {
        this.secret = data.read(KEY_FILE).orElseGet(() -> {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var fresh = HexFormat.of().formatHex(bytes);
            data.write(KEY_FILE, fresh);
            return fresh;
        });
        this.server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(data.folder("files").toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, accessKey(), secret)
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new WrongSetting(
                    "zitrack.data", "server berkas bawaan tidak dapat berjalan di " + data.path() + ".", e);
        }
    }

    private String accessKey() {
        return "zitrack";
    }

    @Bean
    ObjectStoreAddress embeddedObjectStore() {
        return new ObjectStoreAddress(
                "http://127.0.0.1:" + server.getPort(), accessKey(), secret, "zitrack", "us-east-1");
    }

    @PreDestroy
    void stop() throws Exception {
        server.stop();
    }
}
