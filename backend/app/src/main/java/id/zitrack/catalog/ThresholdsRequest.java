package id.zitrack.catalog;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.platform.InvalidRequest;
import id.zitrack.platform.InvalidRequest.FieldError;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thresholds by gate that an administrator sets; a gate that is null or left out is unset. */
record ThresholdsRequest(
        @Size(max = 100) @Nullable Map<String, @Nullable String> wbk,
        @Size(max = 100) @Nullable Map<String, @Nullable String> wbbm) {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The thresholds, all of them checked against the instrument. */
    List<Thresholds.Threshold> thresholds(Instrument instrument) {
        var errors = new ArrayList<FieldError>();
        var thresholds = new ArrayList<Thresholds.Threshold>();
        for (var award : Award.values()) {
            var gates = instrument.gates(award).stream().collect(Collectors.toMap(Gate::id, Function.identity()));
            given(award).forEach((gateId, required) -> {
                var wrong = whatIsWrong(instrument, gates.get(gateId), required);
                if (wrong != null) {
                    errors.add(new FieldError(award.key() + "." + gateId, wrong));
                } else if (required != null) {
                    thresholds.add(new Thresholds.Threshold(award, gateId, required));
                }
            });
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return thresholds;
    }

    private Map<String, @Nullable String> given(Award award) {
        var given = award == Award.WBK ? wbk : wbbm;
        return given == null ? new LinkedHashMap<>() : given;
    }

    private static @Nullable String whatIsWrong(Instrument instrument, @Nullable Gate gate, @Nullable String required) {
        if (gate == null) {
            return "is no gate of this instrument";
        }
        if (required == null) {
            return null;
        }
        if (gate.required() != null) {
            return "is set by the regulation";
        }
        if (!DECIMAL.matcher(required).matches()) {
            return "must be a decimal such as 75 or 3.6";
        }
        var most = mostOf(instrument, gate);
        return most != null && new BigDecimal(required).compareTo(most) > 0
                ? "must be at most " + most.toPlainString()
                : null;
    }

    private static @Nullable BigDecimal mostOf(Instrument instrument, Gate gate) {
        if (!(gate.condition() instanceof Condition.Limit limit)) {
            return null;
        }
        return switch (limit.measure()) {
            case PERCENT -> HUNDRED;
            case POINTS ->
                gate.nodes().stream().map(it -> weight(instrument, it)).reduce(BigDecimal.ZERO, BigDecimal::add);
            case VALUE ->
                instrument
                        .find(gate.nodes().get(0))
                        .filter(it -> it instanceof Question question && question.type() instanceof NumberType)
                        .map(it -> ((NumberType) ((Question) it).type()).max())
                        .orElse(null);
        };
    }

    private static BigDecimal weight(Instrument instrument, String code) {
        if (code.equals(Instrument.TOTAL)) {
            return instrument.roots().stream()
                    .map(it -> it.weight() == null ? BigDecimal.ZERO : it.weight())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        var weight = instrument.node(code).weight();
        return weight == null ? BigDecimal.ONE : weight;
    }
}
