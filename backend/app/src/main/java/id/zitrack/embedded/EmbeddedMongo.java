package id.zitrack.embedded;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import id.zitrack.platform.ConditionalOnSetting;
import id.zitrack.platform.WrongSetting;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.stereotype.Component;

/** A document server in this process, on a free port of the loopback interface, with one file in the data folder. */
@Component
@ConditionalOnSetting(value = "zitrack.mongodb.uri", empty = true)
class EmbeddedMongo implements MongoConnectionDetails {
    /** Writers wait for the disk on their network thread, so there are more of them than processors. */
    private static final int THREADS = 32;

    /** Kept free so that what is already answered can always be brought to the disk. */
    private static final long RESERVED_BYTES = 64L * 1024 * 1024;

    private final MongoServer server;

    EmbeddedMongo(DataFolder data) {
        var file = data.folder("documents").resolve("zitrack.mv");
        DurableBackend backend;
        try {
            backend = new DurableBackend(file, RESERVED_BYTES);
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new WrongSetting("zitrack.data", data.path() + " sedang dipakai ZITrack lain.", e)
                    : new WrongSetting(
                            "zitrack.data",
                            "berkas dokumen " + file + " tidak dapat dibuka (" + e.getMessage()
                                    + "); pulihkan dari cadangan.",
                            e);
        }
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
    }

    @Override
    public ConnectionString getConnectionString() {
        var address = server.getLocalAddress();
        return new ConnectionString(
                "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/zitrack");
    }

    @PreDestroy
    void stop() {
        server.shutdownNow();
    }
}
