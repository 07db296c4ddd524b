package dev.pulso.edge.web;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/**
 * How records and the API's bodies are copied into each other where nothing is meant by it but the same: by name, at compile
 * time. A field that one of them has and the other does not get does not compile.
 */
@MapperConfig(unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface ApiMapping {}
