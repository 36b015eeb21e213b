package org.commonfold.contribution.domain;

/**
 * What an author revises.
 *
 * @param title the new one, or null to keep it
 */
public record NewVersion(String title, Content content) {

    boolean changes(Work work) {
        return !content.equals(work.content()) || title != null && !title.equals(work.title());
    }
}
