package org.commonfold.contribution.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is sent where nothing is asked for: nothing, or an empty object, and nothing else. */
@Schema(additionalProperties = Schema.False.class)
record NoBody() {}
