package id.zitrack.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one thing, field by field as text.
 *
 * <p>A field is a slug, followed by a colon and a key where there are many of a kind ({@code answer:…}).
 */
public final class Facts {
    private final String kind;
    private final String subject;
    private final Map<String, Fact> fields = new TreeMap<>();
    private @Nullable UUID institutionId;
    private @Nullable UUID unitId;

    /**
     * The text of one field.
     *
     * @param hidden whether the trail says only that it changed
     */
    record Fact(String text, boolean hidden) {}

    private Facts(String kind, String subject) {
        this.kind = kind;
        this.subject = subject;
    }

    /**
     * Begins with nothing said.
     *
     * @param kind a slug, unique among rooms
     * @param subject the id under which the thing is known
     */
    public static Facts about(String kind, Object subject) {
        return new Facts(kind, subject.toString());
    }

    /** Whose trail it belongs to; without this, that of the person who changes it. */
    public Facts of(UUID institution) {
        institutionId = institution;
        return this;
    }

    /** The unit it belongs to; without this, the unit for which access was checked in this request, if any. */
    public Facts ofUnit(@Nullable UUID unit) {
        unitId = unit;
        return this;
    }

    /** Says a field; null says nothing. */
    public Facts say(String field, @Nullable Object value) {
        return put(field, value, false);
    }

    /** Says a field of which the trail tells only that it changed, because readers of the trail may not know it. */
    public Facts hide(String field, @Nullable Object value) {
        return put(field, value, true);
    }

    private Facts put(String field, @Nullable Object value, boolean hidden) {
        if (value != null) {
            fields.put(field, new Fact(value.toString(), hidden));
        }
        return this;
    }

    String kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    @Nullable
    UUID institutionId() {
        return institutionId;
    }

    @Nullable
    UUID unitId() {
        return unitId;
    }

    Map<String, Fact> fields() {
        return fields;
    }
}
