package dev.pulso;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

@QuarkusMain
public final class Pulso {
    private Pulso() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
