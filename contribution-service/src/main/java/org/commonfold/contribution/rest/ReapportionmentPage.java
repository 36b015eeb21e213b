package org.commonfold.contribution.rest;

import java.util.List;

/** For the OpenAPI document, which has no generic types. */
record ReapportionmentPage(List<ReapportionmentView> items, String next) {}
