package org.commonfold.payout.tlog.rest;

import org.commonfold.payout.tlog.application.ProveEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Base64;
import java.util.List;

record ProofView(
        @Schema(
                description = "The entry in the form that is hashed (RFC 8785): its SHA-256 is the"
                        + " leaf, or it was altered since.",
                examples = "{\"bookedAt\":\"2026-11-23T09:00:00.000000Z\",\"commonsId\":\"…\"}")
        String entry,

        @Schema(description = "What the log has of it, Base64", examples = ProofView.HASH)
        String leaf,

        @Schema(description = "The place of the leaf, from 0 on", examples = "1")
        long index,

        @Schema(description = "Of the tree that the checkpoint is of", examples = "2")
        long size,

        @Schema(
                description = "From the leaf's sibling up, Base64",
                examples = "[\"" + ProofView.HASH + "\"]")
        List<String> hashes,

        @Schema(
                description = "As it is at `/v1/checkpoint`, or was just now",
                examples = "localhost/commonfold/5f3ba63c\n2\n" + ProofView.HASH + "\n\n— …\n")
        String checkpoint) {

    static final String HASH = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    static ProofView of(ProveEntry.Proof proof) {
        return new ProofView(
                proof.leaf().entry(),
                base64(proof.leaf().hash()),
                proof.leaf().index(),
                proof.size(),
                proof.hashes().stream().map(ProofView::base64).toList(),
                proof.checkpoint());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
