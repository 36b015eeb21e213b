package org.commonfold.contribution.persistence;

import org.commonfold.contribution.application.Library;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a filter asks for, in SQL: only that, so that each question finds its own index. */
record Conditions(String sql, Map<String, String> parameters) {

    static Conditions of(Library.Filter filter) {
        StringBuilder sql = new StringBuilder();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.kind() != null) {
            sql.append(" and kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.licence() != null) {
            sql.append(" and licence = :licence");
            parameters.put("licence", filter.licence());
        }
        if (filter.author() != null) {
            sql.append(" and authors @> cast(cast(:author as text) as jsonb)");
            parameters.put("author", authoredBy(filter.author()));
        }
        return new Conditions(sql.toString(), parameters);
    }

    /** What the authors of a work hold when this contributor is among them; likewise the takers. */
    static String authoredBy(String contributorId) {
        return "[{\"contributorId\":\"" + contributorId + "\"}]";
    }

    <T> Mutiny.SelectionQuery<T> setIn(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
