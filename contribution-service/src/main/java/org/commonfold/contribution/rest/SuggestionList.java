package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Suggestion;

import java.util.List;

/** The best first. Not a page: tomorrow's ranking is another. */
record SuggestionList(List<SuggestionView> items) {

    static SuggestionList of(List<Suggestion> suggestions) {
        return new SuggestionList(suggestions.stream().map(SuggestionView::of).toList());
    }
}
