package org.rasd.read;

/** ARC files, the predecessor of WARC: their pages. */
final class ArcSource implements ArticleSource {
    private static final CaptureFormat FORMAT = new ArcFormat();

    @Override
    public String format() {
        return "arc";
    }

    @Override
    public String defaultProfile() {
        return "page";
    }

    /** The file's own description, or, where it is lost, a record. */
    @Override
    public boolean recognises(Head head) {
        return FORMAT.begins(head.latin1(CaptureFormat.LOOK_AHEAD).stripLeading());
    }

    @Override
    public boolean recognisesBroken(Head head) {
        return CaptureFormat.holdsHead(FORMAT, head.latin1(Head.SIZE));
    }

    @Override
    public RecordCursor open(SourceFile file) {
        return new CaptureCursor(file, FORMAT);
    }
}
