package org.commonfold.contribution.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record CharterVersionPage(List<CharterVersionView> items, String next) {}
