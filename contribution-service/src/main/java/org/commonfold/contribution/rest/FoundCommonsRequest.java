package org.commonfold.contribution.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.commonfold.kit.problem.Text;

record FoundCommonsRequest(
        @NotNull @Text(max = 200) String name,
        @NotNull @Valid CharterRequest charter) {}
