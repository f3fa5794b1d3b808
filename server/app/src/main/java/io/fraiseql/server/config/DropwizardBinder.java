package io.fraiseql.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fraiseql.server.secret.ReferenceException;
import io.fraiseql.server.secret.References;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;

/** Binds Dropwizard's own sections as Dropwizard does, but notes all problems instead of throwing the first. */
final class DropwizardBinder {

    private static final Map<String, String> USUAL_TYPES =
            Map.of("server", "fraiseql", "logging", "default", "server.requestLog", "logback-access");

    private final ObjectMapper mapper;
    private final Validator validator;
    private final References references;
    private final ConfigProblems problems;

    DropwizardBinder(ObjectMapper mapper, Validator validator, References references, ConfigProblems problems) {
        this.mapper = mapper;
        this.validator = validator;
        this.references = references;
        this.problems = problems;
    }

    /** @param root the file without the sections that are not Dropwizard's */
    FraiseqlConfiguration bind(ConfigNode root) {
        int before = problems.count();
        FraiseqlConfiguration configuration = read(root);
        if (problems.count() == before) {
            validate(configuration, root);
        }
        return configuration;
    }

    private FraiseqlConfiguration read(ConfigNode root) {
        try {
            return mapper.copy()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addHandler(new DropwizardProblems(root, problems))
                    .treeToValue(json(root, ""), FraiseqlConfiguration.class);
        } catch (JsonMappingException e) {
            String path = path(e);
            problems.add(path, new Places(root).at(path).place(), "cannot be used: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            problems.add("", root.place(), "cannot be used: " + e.getOriginalMessage());
        }
        return new FraiseqlConfiguration();
    }

    private void validate(FraiseqlConfiguration configuration, ConfigNode root) {
        for (ConstraintViolation<?> violation : validator.validate(configuration)) {
            String path = violation
                    .getPropertyPath()
                    .toString()
                    .replace("serverFactory", "server")
                    .replace("loggingFactory", "logging")
                    .replace("metricsFactory", "metrics")
                    .replace("adminFactory", "admin");
            problems.add(path, new Places(root).at(path).place(), violation.getMessage());
        }
    }

    private JsonNode json(ConfigNode node, String path) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        switch (node.kind()) {
            case MAPPING -> {
                return object(node, path);
            }
            case SEQUENCE -> {
                ArrayNode array = json.arrayNode();
                for (int i = 0; i < node.items().size(); i++) {
                    array.add(json(node.items().get(i), path + "[" + i + "]"));
                }
                return array;
            }
            case SCALAR -> {
                return json.textNode(resolve(node, path));
            }
            default -> {
                return NullNode.instance;
            }
        }
    }

    /**
     * Jackson buffers an object up to its {@code type}, and inside the buffer forgets where it is; so the type comes first, also where
     * the file leaves it out.
     */
    private ObjectNode object(ConfigNode node, String path) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String usual = USUAL_TYPES.get(path);
        ConfigNode type = node.entries().get("type");
        if (type != null) {
            object.set("type", json(type, path + ".type"));
        } else if (usual != null) {
            object.put("type", usual);
        }
        node.entries().forEach((key, child) -> {
            if (child != type) {
                object.set(key, json(child, path.isEmpty() ? key : path + "." + key));
            }
        });
        return object;
    }

    private String resolve(ConfigNode node, String path) {
        try {
            return references.resolve(node.text());
        } catch (ReferenceException e) {
            problems.add(path, node.place(), e.reason());
            return "";
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
