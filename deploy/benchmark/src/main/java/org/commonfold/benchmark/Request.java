package org.commonfold.benchmark;

import io.vertx.core.http.HttpMethod;

import java.net.URI;

/**
 * What is sent.
 *
 * @param token of whoever sends it; null for none
 * @param body JSON
 */
record Request(HttpMethod method, URI url, String token, String body) {}
