package id.zitrack.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the object store's address from the settings where it is given. */
@Configuration(proxyBeanMethods = false)
class ObjectStoreSettings {
    @Bean
    @ConditionalOnSetting("zitrack.s3.endpoint")
    ObjectStoreAddress objectStoreAddress(Settings settings) {
        var s3 = settings.s3();
        require("zitrack.s3.access-key", s3.accessKey());
        require("zitrack.s3.secret-key", s3.secretKey());
        require("zitrack.s3.bucket", s3.bucket());
        return new ObjectStoreAddress(s3.endpoint(), s3.accessKey(), s3.secretKey(), s3.bucket(), s3.region());
    }

    private static void require(String setting, String value) {
        if (value.isBlank()) {
            throw new WrongSetting(setting, "harus diisi karena zitrack.s3.endpoint diisi.");
        }
    }
}
