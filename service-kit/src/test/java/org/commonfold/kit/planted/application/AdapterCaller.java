package org.commonfold.kit.planted.application;

import org.commonfold.kit.planted.rest.RowReader;

/** Against the rules, so that LayerRulesTest can show that they bite. */
public record AdapterCaller(RowReader adapter) {}
