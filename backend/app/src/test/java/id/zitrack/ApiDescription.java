package id.zitrack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The operations that the running application's OpenAPI document lists, and bodies that fit them. */
final class ApiDescription {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int DEEPEST = 6;

    private final JsonNode document;

    ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** One operation. */
    record Operation(
            String method,
            String path,
            List<String> queryParameters,
            @Nullable Object body,
            boolean isPublic) {
        boolean isWrite() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .forEach(it -> operations.add(operation(it.getKey(), path.getKey(), it.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode description) {
        var query = new ArrayList<String>();
        for (var parameter : description.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")
                    && parameter.path("required").asBoolean(false)) {
                query.add(parameter.path("name").asString());
            }
        }
        var schema = description
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var isPublic = description.path("security").isArray()
                && description.path("security").isEmpty();
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                query,
                schema.isMissingNode() ? null : sample(schema, 0),
                isPublic);
    }

    private @Nullable Object sample(JsonNode given, int depth) {
        var schema = given;
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().replaceAll(".*/", "");
            schema = document.path("components").path("schemas").path(name);
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").path(0).asString();
        }
        var type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString("") : type.asString("")) {
            case "string" -> text(schema);
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            case "array" -> depth > DEEPEST ? List.of() : List.of(sampleOrText(schema.path("items"), depth));
            case "object" -> {
                var object = new LinkedHashMap<String, Object>();
                if (depth <= DEEPEST) {
                    for (Map.Entry<String, JsonNode> property :
                            schema.path("properties").properties()) {
                        object.put(property.getKey(), sample(property.getValue(), depth + 1));
                    }
                }
                yield object;
            }
            default -> null;
        };
    }

    private Object sampleOrText(JsonNode schema, int depth) {
        var sample = sample(schema, depth + 1);
        return sample == null ? "x" : sample;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-01-31";
            case "date-time" -> "2026-01-31T00:00:00Z";
            default -> schema.path("pattern").asString("").contains("@") ? "a.b@contoh.test" : "contoh";
        };
    }
}
