package id.zitrack.organization;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The ministry, agency or local government whose units build a Zona Integritas. */
@Document("institutions")
class Institution implements Recorded {
    @Id
    private final UUID id;

    @Version
    private @Nullable Long version;

    private String name;
    private String kind;
    private String address;

    Institution(UUID id, String name, String kind, String address) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.address = address;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String kind() {
        return kind;
    }

    String address() {
        return address;
    }

    long revision() {
        return version == null ? 0 : version;
    }

    @Override
    public List<Facts> facts() {
        return List.of(Facts.about("institution", id)
                .of(id)
                .say("name", name)
                .say("kind", kind)
                .say("address", address));
    }

    void describe(String name, String kind, String address) {
        this.name = name;
        this.kind = kind;
        this.address = address;
    }
}
