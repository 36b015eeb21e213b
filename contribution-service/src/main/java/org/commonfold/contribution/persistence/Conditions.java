package org.commonfold.contribution.persistence;

import org.commonfold.contribution.application.Library;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a filter asks for, and nothing else, so that each question finds its own index. */
record Conditions(String sql, Map<String, String> parameters) {

    /** On a contribution {@code c}; an author's {@code a} is joined by whoever asks. */
    static Conditions of(Library.Filter filter) {
        StringBuilder sql = new StringBuilder();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.kind() != null) {
            sql.append(" and c.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        if (filter.licence() != null) {
            sql.append(" and c.licence = :licence");
            parameters.put("licence", filter.licence());
        }
        if (filter.author() != null) {
            parameters.put("author", filter.author());
        }
        return new Conditions(sql.toString(), parameters);
    }

    <T> Mutiny.SelectionQuery<T> setIn(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
