package org.rasd.read;

/** WARC files: the pages among their response and resource records. */
final class WarcSource implements ArticleSource {
    private static final CaptureFormat FORMAT = new WarcFormat();

    @Override
    public String format() {
        return "warc";
    }

    @Override
    public String defaultProfile() {
        return "page";
    }

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
