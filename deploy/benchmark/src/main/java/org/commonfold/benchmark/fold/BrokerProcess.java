package org.commonfold.benchmark.fold;

import org.commonfold.kit.testing.EmbeddedBroker;

import java.io.IOException;

/** A broker in a process of its own, until its parent goes. Prints where it listens. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start();
        System.out.println("BROKER " + broker.bootstrapServers());
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }
}
