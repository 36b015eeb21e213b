package org.commonfold.revenue.planted.messaging;

import org.commonfold.revenue.planted.rest.RowReader;

import java.util.function.Supplier;

/** Against the rules, so that ArchitectureTest can show that they bite. */
public record RequestAnswerer(Supplier<RowReader> adapter) {}
