package org.commonfold.kit.testing;

/**
 * Which transaction wrote each event, by PostgreSQL's own word: rows of one transaction have the
 * same xmin. It is noted while the event is written, because the relay marks what it has sent,
 * and a marked row has the xmin of the mark.
 */
public final class EventWriters implements AutoCloseable {

    private static final String NOTE = """
            create table noted_event (stream_id text, version bigint, written_by text);
            create function note_event() returns trigger language plpgsql as $$
            begin
                insert into noted_event select stream_id, version, xmin::text
                  from event where event_id = new.event_id;
                return null;
            end $$;
            create trigger note after insert on event
               for each row execute function note_event()""";

    private static final String FORGET =
            "drop trigger note on event; drop function note_event; drop table noted_event";

    private static final String WRITTEN_BY =
            "select written_by from noted_event where stream_id = '%s' and version = %d";

    private final Database database;

    public EventWriters(Database database) {
        this.database = database;
        database.execute(NOTE);
    }

    /** The xmin that the event had at first. */
    public String of(String streamId, long version) {
        return database.texts(WRITTEN_BY.formatted(streamId, version)).get(0);
    }

    @Override
    public void close() {
        database.execute(FORGET);
    }
}
