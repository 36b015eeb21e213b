package org.commonfold.revenue.planted.application;

import org.commonfold.revenue.planted.rest.RowReader;

/** Against the rules, so that ArchitectureTest can show that they bite. */
public record AdapterCaller(RowReader adapter) {}
