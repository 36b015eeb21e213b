package org.commonfold.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code kubectl kustomize}, as an operator calls it; {@code kustomize}, where that is too old. */
final class Kustomize {

    static final Path KUBERNETES = Path.of("..", "kubernetes").toAbsolutePath().normalize();

    private Kustomize() {}

    private static final boolean IS_IN_KUBECTL =
            answers("Kustomize Version: v5", "kubectl", "version", "--client");

    /** Whether there is a kustomize that knows components and labels. */
    static boolean isThere() {
        return IS_IN_KUBECTL || answers("", "kustomize", "version");
    }

    private static boolean answers(String word, String... command) {
        try {
            return run(command).contains(word);
        } catch (IllegalStateException | UncheckedIOException missing) {
            return false;
        }
    }

    static String overlay(String name) {
        return render(KUBERNETES.resolve("overlays").resolve(name));
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
            return render(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String render(Path folder) {
        return IS_IN_KUBECTL
                ? run("kubectl", "kustomize", folder.toString())
                : run("kustomize", "build", folder.toString());
    }

    private static String run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        try {
            Path errors = Files.createTempFile("kustomize", ".txt");
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
