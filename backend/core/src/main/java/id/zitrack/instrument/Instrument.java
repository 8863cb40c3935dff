package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A published assessment instrument: its tree, gates and preconditions. Never changes.
 *
 * <p>Made by {@link InstrumentReader}; two instruments with the same {@link #hash()} ask and count the same.
 */
public final class Instrument {

    /** The name under which the sum of all roots is shown; no node may bear it. */
    public static final String TOTAL = "TOTAL";

    private final Content content;
    private final Map<Award, List<Gate>> gates;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /** Everything an instrument is made of, as read. */
    record Content(
            InstrumentKey key,
            Text title,
            @Nullable Text note,
            Regulation regulation,
            String hash,
            List<Area> areas,
            List<Group> roots,
            Map<Award, List<Gate>> gates,
            Map<Award, List<Precondition>> preconditions,
            List<Example> examples) {}

    Instrument(Content content) {
        this(content, content.gates());
    }

    private Instrument(Content content, Map<Award, List<Gate>> gates) {
        this.content = content;
        this.gates = gates;
        content.roots().forEach(this::index);
    }

    private void index(Node node) {
        nodes.put(node.code(), node);
        if (node instanceof Group group) {
            group.children().forEach(this::index);
        } else if (node instanceof Question question) {
            questions.add(question);
        }
    }

    /** Id and version. */
    public InstrumentKey key() {
        return content.key();
    }

    /** Name on screen. */
    public Text title() {
        return content.title();
    }

    /** Where the wording comes from and what readers should know. */
    public @Nullable Text note() {
        return content.note();
    }

    /** The regulation it follows. */
    public Regulation regulation() {
        return content.regulation();
    }

    /** SHA-256 of the content in lower-case hex; comments and layout of the files do not matter. */
    public String hash() {
        return content.hash();
    }

    /** Entries of the worksheet's navigation, in order. */
    public List<Area> areas() {
        return content.areas();
    }

    /** The topmost groups; their points add up to the total. */
    public List<Group> roots() {
        return content.roots();
    }

    /** All nodes in the order of the sheet, parents before children. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /**
     * The node with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Node node(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No node " + code + " in " + key()));
    }

    /** The node with a code, if there is one. */
    public Optional<Node> find(String code) {
        return Optional.ofNullable(nodes.get(code));
    }

    /** All questions in the order of the sheet. */
    public List<Question> questions() {
        return List.copyOf(questions);
    }

    /**
     * The question with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Question question(String code) {
        if (nodes.get(code) instanceof Question question) {
            return question;
        }
        throw new IllegalArgumentException("No question " + code + " in " + key());
    }

    /** The minima (and maxima) for an award, in order. */
    public List<Gate> gates(Award award) {
        return gates.getOrDefault(award, List.of());
    }

    /** What must be so before an award can be proposed. */
    public List<Precondition> preconditions(Award award) {
        return content.preconditions().getOrDefault(award, List.of());
    }

    /** The worked examples that must come out. */
    public List<Example> examples() {
        return content.examples();
    }

    /**
     * The same instrument with thresholds an institution has set; key and hash stay.
     *
     * @param thresholds by award and gate id, only for gates the instrument leaves unset
     * @throws IllegalArgumentException if there is no such gate, or the regulation has set it
     */
    public Instrument withThresholds(Map<Award, Map<String, BigDecimal>> thresholds) {
        var changed = new EnumMap<Award, List<Gate>>(Award.class);
        for (var award : Award.values()) {
            var wanted = new LinkedHashMap<>(thresholds.getOrDefault(award, Map.of()));
            var list = new ArrayList<Gate>();
            for (var gate : content.gates().getOrDefault(award, List.of())) {
                @Nullable BigDecimal threshold = gate.required() == null ? wanted.remove(gate.id()) : null;
                list.add(threshold == null ? gate : gate.withRequired(threshold));
            }
            if (!wanted.isEmpty()) {
                throw new IllegalArgumentException("No unset gates " + wanted.keySet() + " for " + award.key());
            }
            changed.put(award, List.copyOf(list));
        }
        return new Instrument(content, changed);
    }

    /** What another package works out from this instrument once and keeps with it. */
    public <T> T derived(Class<T> type, Function<Instrument, T> work) {
        @Nullable Object known = derived.get(type);
        return type.cast(known != null ? known : derived.computeIfAbsent(type, it -> work.apply(this)));
    }

    @Override
    public String toString() {
        return key().toString();
    }
}
