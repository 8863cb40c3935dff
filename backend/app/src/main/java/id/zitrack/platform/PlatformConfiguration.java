package id.zitrack.platform;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has no better place: the settings and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PlatformConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
