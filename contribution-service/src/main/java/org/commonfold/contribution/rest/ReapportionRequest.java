package org.commonfold.contribution.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** All authors there are to be, with their shares. */
record ReapportionRequest(
        @NotNull @Size(min = 1, max = 500) List<@Valid @NotNull AuthorJson> authors) {}
