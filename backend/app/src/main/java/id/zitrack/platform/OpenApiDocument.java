package id.zitrack.platform;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;

/** What the generated description of the API says beyond paths and types. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String TOKEN = "token";

    @Bean
    OpenAPI document() {
        var scheme = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the issuer that GET /api/configuration names.");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("ZITrack")
                                .version("1")
                                .description(
                                        "Zona Integritas assessments: worksheets, evidence, review, readiness and dossiers."
                                                + " Edits carry If-Match with the revision they are based on; everything that goes"
                                                + " wrong is told as application/problem+json, its type ending in a stable slug."))
                .servers(List.of(new Server().url("/")))
                .components(new Components().addSecuritySchemes(TOKEN, scheme))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Names operations by room and method, which does not depend on the order of scanning. */
    @Bean
    OperationCustomizer namedByRoom() {
        return (operation, method) -> {
            var type = method.getBeanType();
            var room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            var tag = type.getAnnotation(Tag.class);
            operation.setTags(List.of(tag == null ? room : tag.name()));
            operation.setOperationId(type.getSimpleName().replace("Controller", "") + "."
                    + method.getMethod().getName());
            var guard = method.getMethodAnnotation(PreAuthorize.class);
            if (guard != null && guard.value().equals("permitAll()")) {
                operation.setSecurity(List.of());
            }
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            var problem = of("object");
            problem.addProperty("type", of("string").example("/problems/not-there"));
            problem.addProperty("title", of("string"));
            problem.addProperty("status", of("integer"));
            problem.addProperty("detail", of("string").description("For developers."));
            problem.required(List.of("type", "title", "status")).setAdditionalProperties(true);
            api.getComponents().addSchemas("Problem", problem);
            var content = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation
                                    .getResponses()
                                    .addApiResponse(
                                            "default",
                                            new ApiResponse()
                                                    .description("A problem, told by its type")
                                                    .content(content))));
        };
    }

    private static Schema<?> of(String type) {
        var schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
