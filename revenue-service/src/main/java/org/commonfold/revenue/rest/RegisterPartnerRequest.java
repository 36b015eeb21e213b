package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;

import org.commonfold.kit.problem.Text;

record RegisterPartnerRequest(@NotNull @Text(max = 200) String name) {}
