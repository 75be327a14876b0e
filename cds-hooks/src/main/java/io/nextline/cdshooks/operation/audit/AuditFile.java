package io.nextline.cdshooks.operation.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files of the trail, {@code audit-2026-11-21-001.jsonl} and so on: appended to, forced to the disk, never changed. A line that
 * was torn by a crash is ended, so that the next one stands by itself. Not thread-safe.
 */
final class AuditFile implements AutoCloseable {

    private final Path folder;
    private final long fileBytes;
    private @Nullable FileChannel channel;
    private @Nullable LocalDate day;
    private long start;

    AuditFile(Path folder, long fileBytes) {
        this.folder = folder;
        this.fileBytes = fileBytes;
    }

    /**
     * Appends lines and forces them to the disk; either all of them are there afterwards, or it is to be tried again.
     *
     * @param lines each with its end
     * @param today the day of the file
     * @throws IOException if they could not be written
     */
    void append(List<byte[]> lines, LocalDate today) throws IOException {
        FileChannel open = channel(today);
        start = open.size();
        try {
            for (byte[] line : lines) {
                ByteBuffer bytes = ByteBuffer.wrap(line);
                while (bytes.hasRemaining()) {
                    open.write(bytes);
                }
            }
            open.force(false);
        } catch (IOException failure) {
            undo(open);
            throw failure;
        }
    }

    // What was written in part would be there twice after another try.
    private void undo(FileChannel open) {
        try {
            open.truncate(start);
            close();
        } catch (IOException still) {
            channel = null;
        }
    }

    private FileChannel channel(LocalDate today) throws IOException {
        FileChannel open = channel;
        if (open != null && today.equals(day) && open.size() < fileBytes) {
            return open;
        }
        close();
        Files.createDirectories(folder);
        FileChannel next = open(today);
        day = today;
        channel = next;
        return next;
    }

    private FileChannel open(LocalDate today) throws IOException {
        for (int number = 1; ; number++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "audit-%s-%03d.jsonl", today, number));
            if (Files.exists(file) && Files.size(file) >= fileBytes) {
                continue;
            }
            FileChannel next = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            endTornLine(next);
            return next;
        }
    }

    private static void endTornLine(FileChannel file) throws IOException {
        long size = file.size();
        file.position(size);
        if (size > 0) {
            ByteBuffer last = ByteBuffer.allocate(1);
            file.read(last, size - 1);
            if (last.get(0) != '\n') {
                file.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
