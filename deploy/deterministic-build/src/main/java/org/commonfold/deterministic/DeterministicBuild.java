package org.commonfold.deterministic;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Java agent for the JVM that builds a release: what Quarkus generates is then the same bytes
 * every time. It takes away what differs from one run of a JVM to the next and cannot be taken away
 * by a flag; the flags are in the script beside ({@code mvnw}). See <a
 * href="https://github.com/quarkusio/quarkus/pull/53025">quarkusio/quarkus#53025</a>.
 */
public final class DeterministicBuild {

    private DeterministicBuild() {}

    /**
     * Called by the JVM before Maven starts.
     *
     * @throws ReflectiveOperationException if this JDK keeps its unmodifiable collections in
     *     another way; the build then does not start
     */
    public static void premain(String arguments, Instrumentation instrumentation)
            throws ReflectiveOperationException {
        iterateUnmodifiableCollectionsInOneOrder();
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
                .ignore(none())
                .type(named("net.bytebuddy.utility.RandomString"))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                        Advice.to(Numbered.class).on(named("make").and(takesArguments(int.class)))))
                .type(named("net.bytebuddy.description.method.MethodList$ForLoadedMethods"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Sorted.class)
                                .on(isConstructor().and(takesArgument(1, Method[].class)))))
                .type(named("io.quarkus.builder.BuildContext"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(OneAfterTheOther.class).on(named("getExecutor"))))
                .installOn(instrumentation);
    }

    /**
     * {@code Set.of} and {@code Map.of} iterate from a point, and in a direction, drawn when the
     * JVM starts ({@code java.util.ImmutableCollections}); nothing else depends on either.
     */
    private static void iterateUnmodifiableCollectionsInOneOrder()
            throws ReflectiveOperationException {
        // By reflection, since the compiler warns of this class, whatever it is told.
        var type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        var unsafe = field.get(null);
        var base = type.getMethod("staticFieldBase", Field.class);
        var offset = type.getMethod("staticFieldOffset", Field.class);

        var collections = Class.forName("java.util.ImmutableCollections");
        var salt = collections.getDeclaredField("SALT32L");
        type.getMethod("putLong", Object.class, long.class, long.class)
                .invoke(unsafe, base.invoke(unsafe, salt), offset.invoke(unsafe, salt), 1L);
        var reverse = collections.getDeclaredField("REVERSE");
        type.getMethod("putBoolean", Object.class, long.class, boolean.class)
                .invoke(
                        unsafe,
                        base.invoke(unsafe, reverse),
                        offset.invoke(unsafe, reverse),
                        false);
    }

    /** Names that Byte Buddy draws (for fields of Hibernate's proxies, say) are numbers instead. */
    static final class Numbered {

        private Numbered() {}

        @Advice.OnMethodExit
        static void exit(
                @Advice.Argument(0) int length, @Advice.Return(readOnly = false) String made) {
            // What is in here becomes part of another class, which sees no field of this one: the
            // count is a system property.
            var number = Integer.getInteger("deterministic-build.names", 0) + 1;
            System.setProperty("deterministic-build.names", Integer.toString(number));
            made = String.format("%0" + length + "d", number);
        }
    }

    /** Reflection lists methods by where their names lie in memory; Byte Buddy sees them sorted. */
    static final class Sorted {

        private Sorted() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Argument(1) Method[] methods) {
            var sorted = new TreeMap<String, Method>();
            for (var method : methods) {
                sorted.put(method.toString(), method);
            }
            sorted.values().toArray(methods);
        }
    }

    /**
     * Build steps run on one thread. What one of them gives to the executor, and waits for, runs on
     * one of its own, lest the step wait for itself.
     */
    static final class OneAfterTheOther {

        private OneAfterTheOther() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) ExecutorService executor) {
            executor = Executors.newSingleThreadExecutor();
        }
    }
}
