package id.zitrack.platform;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What has no better place: the settings and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
@EnableScheduling
class PlatformConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
