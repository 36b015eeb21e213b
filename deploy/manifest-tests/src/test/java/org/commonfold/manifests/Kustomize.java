package org.commonfold.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code kubectl kustomize}, as an operator would call it. */
final class Kustomize {

    static final Path KUBERNETES = Path.of("..", "kubernetes").toAbsolutePath().normalize();

    private Kustomize() {}

    /** Whether there is a kubectl with a kustomize that knows components and labels. */
    static boolean isThere() {
        try {
            return run("version", "--client").contains("Kustomize Version: v5");
        } catch (IllegalStateException | UncheckedIOException missing) {
            return false;
        }
    }

    static String overlay(String name) {
        return run("kustomize", KUBERNETES.resolve("overlays").resolve(name).toString());
    }

    /** The base with some components, in a folder of its own. */
    static String base(List<String> components) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "combination");
            Path root = folder.toAbsolutePath().relativize(KUBERNETES);
            String list = components.stream()
                    .map(one -> "  - %s/components/%s\n".formatted(root, one))
                    .collect(Collectors.joining());
            Files.writeString(
                    folder.resolve("kustomization.yaml"),
                    "resources:\n  - %s/base\ncomponents:\n%s".formatted(root, list));
            return run("kustomize", folder.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String run(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("kubectl");
        builder.command().addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("kubectl", ".txt");
            Process process = builder.redirectError(errors.toFile()).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(errors));
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
