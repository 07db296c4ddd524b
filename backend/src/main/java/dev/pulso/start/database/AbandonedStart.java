package dev.pulso.start.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** The end of a process whose start failed. */
final class AbandonedStart {
    private AbandonedStart() {}

    /**
     * Nothing more is done. A JVM that records its classes for the next start would write them at its end, also at a halt: a
     * minute in which the person who has just read why it failed cannot try again, for a record of half a start.
     */
    static void endNow() {
        System.err.flush();
        if (recordsClasses()) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-KILL",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                // There is no such command here: it ends all the same, only later.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        Runtime.getRuntime().halt(1);
    }

    private static boolean recordsClasses() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-XX:AOT") && !argument.startsWith("-XX:AOTCache="));
    }
}
