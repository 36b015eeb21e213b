package org.commonfold.kit.planted.messaging;

import org.commonfold.kit.planted.rest.RowReader;

import java.util.function.Supplier;

/** Against the rules, so that LayerRulesTest can show that they bite. */
public record RequestAnswerer(Supplier<RowReader> adapter) {}
