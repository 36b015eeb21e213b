package org.commonfold.payout.statement.pdf;

import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfObject;

import java.nio.ByteBuffer;
import java.util.UUID;

/** The identifier of a file in its trailer (ISO 32000-1, 14.4); by itself it would be random. */
final class FileId {

    private static final int BYTES = 16;

    private FileId() {}

    static PdfObject of(UUID id) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return PdfEncryption.createInfoId(bytes, bytes);
    }
}
