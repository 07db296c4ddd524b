package dev.pulso.edge.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the contract says about each operation; made by its bundler, keyed by operationId (= resource method). */
@Singleton
public class Operations {
    /** Anybody may call it. */
    public static final String PUBLIC = "public";
    /** Anybody with a valid token may. */
    public static final String AUTHENTICATED = "authenticated";

    private final Properties properties = new Properties();
    private final Addresses addresses = new Addresses();
    private final List<Pattern> uploads;
    private final Map<String, Set<String>> parameters = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> queries = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> filters = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> deprecated = new ConcurrentHashMap<>();
    private final Map<String, List<String>> includes = new ConcurrentHashMap<>();
    private final Map<String, List<String>> permissions;

    Operations() {
        try (InputStream stream =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("operations.properties")) {
            if (stream == null) {
                throw new IllegalStateException("operations.properties is missing: bundle the contract first");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".address"))
                .forEach(name -> addresses.add(properties.getProperty(name)));
        permissions = properties.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        name -> List.of(properties.getProperty(name).split(","))));
        uploads = properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".upload"))
                .map(name -> Pattern.compile(properties.getProperty(name).replaceAll("\\{[^}]+}", "[^/]+")))
                .toList();
    }

    /** Permissions, all of which it needs, {@link #PUBLIC} or {@link #AUTHENTICATED}; empty when the contract knows no such one. */
    public List<String> permissions(String operation) {
        return operation.contains(".") ? List.of() : permissions.getOrDefault(operation, List.of());
    }

    /** The status of success. */
    int status(String operation) {
        return Integer.parseInt(properties.getProperty(operation + ".status", "200"));
    }

    /** Whether a program is refused, whatever its scopes. */
    boolean forPeople(String operation) {
        return properties.containsKey(operation + ".people");
    }

    /** What it costs us that a stranger has it done: {@code hash}, {@code mail}, {@code company}; null for little. */
    @Nullable
    String cost(String operation) {
        return properties.getProperty(operation + ".cost");
    }

    boolean answersWithETag(String operation) {
        return properties.getProperty(operation + ".headers", "").contains("ETag");
    }

    /** Whether its answer has no end. */
    boolean streams(String operation) {
        return properties.containsKey(operation + ".streams");
    }

    boolean isUpload(String operation) {
        return properties.containsKey(operation + ".upload");
    }

    /** Whether files may be sent to this address; everywhere else a body is as small as JSON is. */
    boolean takesFiles(String path) {
        return uploads.stream().anyMatch(template -> template.matcher(path).matches());
    }

    /** Whether it keeps its answer for a repeated request with the same key; what is safe to repeat anyway does not. */
    boolean keepsKeys(String operation) {
        return "kept".equals(properties.getProperty(operation + ".key"));
    }

    /** Whether a key is refused, because nobody could keep what it promises. */
    boolean refusesKeys(String operation) {
        return "refused".equals(properties.getProperty(operation + ".key"));
    }

    /** The query parameters that it has. */
    Set<String> queryParameters(String operation) {
        return queries.computeIfAbsent(operation, name -> listed(name + ".query"));
    }

    /** The query parameters that are filters as all lists have them. */
    Set<String> filters(String operation) {
        return filters.computeIfAbsent(operation, name -> listed(name + ".filters"));
    }

    /** Whether its list takes filters by fields that the company has added, which the contract cannot name. */
    boolean takesCustomFilters(String operation) {
        return properties.containsKey(operation + ".custom");
    }

    /** What {@code include} may name; empty where there is no such parameter. */
    List<String> includes(String operation) {
        return includes.computeIfAbsent(operation, name -> {
            String listed = properties.getProperty(name + ".include");
            return listed == null ? List.of() : List.of(listed.split(","));
        });
    }

    /** The methods that an address has, as {@code Allow} tells them (RFC 9110, 10.2.1); empty where the contract has no such address. */
    Set<String> allowed(String path) {
        return addresses.allowed(path);
    }

    /** Where what it makes lies, without the id; null when that has no address. */
    @Nullable
    String location(String operation) {
        return properties.getProperty(operation + ".location");
    }

    /** Since which day there is a better way than an operation, or than a parameter of one ({@code listInvoices.due_from}). */
    @Nullable
    String deprecated(String operation) {
        return properties.getProperty(operation + ".deprecated");
    }

    /** The day on which what is deprecated ends. */
    String sunset(String operation) {
        return properties.getProperty(operation + ".sunset");
    }

    /** Of the parameters of its query those that there is a better way for. */
    Set<String> deprecatedParameters(String operation) {
        return deprecated.computeIfAbsent(
                operation,
                name -> queryParameters(name).stream()
                        .filter(parameter -> deprecated(name + "." + parameter) != null)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it reads a JSON body. */
    boolean takesJson(String operation) {
        return properties.containsKey(operation + ".json");
    }

    /** Whether it has a parameter of this name, in the path, the query or the headers. */
    boolean takesParameter(String operation, String name) {
        return parameters
                .computeIfAbsent(operation, each -> listed(each + ".parameters"))
                .contains(name);
    }

    private Set<String> listed(String property) {
        return Set.of(properties.getProperty(property, "").split(","));
    }

    public Set<String> names() {
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .collect(Collectors.toUnmodifiableSet());
    }
}
