package id.zitrack.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;

/** How the application speaks MongoDB: acknowledged by the majority and on disk, ids as standard UUIDs. */
@Configuration(proxyBeanMethods = false)
class MongoSettings {
    private static final int PATIENCE_SECONDS = 5;

    @Bean
    @ConditionalOnSetting("zitrack.mongodb.uri")
    MongoConnectionDetails mongodb(Settings settings) {
        var connection = parse(settings.mongodb().uri());
        ping(connection);
        return () -> connection;
    }

    @Bean
    MongoClientSettingsBuilderCustomizer durable() {
        return client -> client.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .retryWrites(false)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(it -> it.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Dates without a time are the same day on every replica, whatever its time zone. */
    @Bean
    MongoCustomConversions conversions() {
        return MongoCustomConversions.create(
                it -> it.useNativeDriverJavaTimeCodecs().bigDecimal(BigDecimalRepresentation.DECIMAL128));
    }

    /** Documents carry no Java class names: stored formats outlive classes. */
    @Bean
    static BeanPostProcessor withoutClassNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }

    static ConnectionString parse(String uri) {
        ConnectionString connection;
        try {
            connection = new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("zitrack.mongodb.uri", "bukan alamat MongoDB (" + e.getMessage() + ").", e);
        }
        if (connection.getDatabase() == null) {
            throw new WrongSetting(
                    "zitrack.mongodb.uri", "tidak menyebut basis data; akhiri dengan nama, misalnya /zitrack.");
        }
        return connection;
    }

    private static void ping(ConnectionString connection) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applyToClusterSettings(it -> it.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase(String.valueOf(connection.getDatabase())).runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            throw new WrongSetting(
                    "zitrack.mongodb.uri",
                    "tidak ada server MongoDB yang menjawab di " + String.join(", ", connection.getHosts())
                            + ", atau nama pengguna dan kata sandinya ditolak.",
                    e);
        }
    }
}
