package org.commonfold.contribution.rest;

/** What is sent where nothing is asked for: nothing, or an empty object, and nothing else. */
record NoBody() {}
