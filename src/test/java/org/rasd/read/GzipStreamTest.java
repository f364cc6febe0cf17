package org.rasd.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {
    /** What was read: text, with [KIND] where damage was told. */
    private static String read(byte[] packed, int atOnce) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[atOnce];
        try (GzipStream in = new GzipStream(new ByteArrayInputStream(packed))) {
            while (true) {
                try {
                    int n = in.read(buffer, 0, buffer.length);
                    if (n < 0) {
                        return out.toString(StandardCharsets.UTF_8);
                    }
                    out.write(buffer, 0, n);
                } catch (DamageException e) {
                    out.writeBytes(Warcs.bytes("[" + e.kind() + "]"));
                }
            }
        }
    }

    private static byte[] member(String text) {
        return Warcs.gzip(Warcs.bytes(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void members_follow_one_another(int atOnce) throws Exception {
        byte[] packed = Warcs.joined(member("one "), member(""), member("two "), new byte[512], member("three"));
        assertThat(read(packed, atOnce)).isEqualTo("one two three");
    }

    @Test
    void a_head_with_all_its_parts_is_passed_over() throws Exception {
        byte[] plain = member("text");
        byte[] head = {0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 0, 1, 1};
        assertThat(read(Warcs.joined(head, Arrays.copyOfRange(plain, 10, plain.length)), 100))
                .isEqualTo("text");
    }

    @Test
    void a_read_stays_within_a_member_and_tells_where_that_begins() throws Exception {
        byte[] first = member("one");
        try (GzipStream in = new GzipStream(new ByteArrayInputStream(Warcs.joined(first, member("two"))))) {
            byte[] buffer = new byte[100];
            assertThat(in.read(buffer, 0, 100)).isEqualTo(3);
            assertThat(in.member()).isZero();
            assertThat(in.read(buffer, 0, 100)).isEqualTo(3);
            assertThat(in.member()).isEqualTo(first.length);
        }
    }

    @Test
    void wherever_a_member_is_cut_the_others_are_read() throws Exception {
        byte[] first = member("one ");
        byte[] second = member("second member, with some text in it ");
        for (int length = 1; length < second.length; length++) {
            String text = read(Warcs.joined(first, Arrays.copyOf(second, length), member("three")), 64);
            assertThat(text)
                    .as("cut after %s bytes", length)
                    .startsWith("one ")
                    .endsWith("three")
                    .contains("[");
        }
    }

    @Test
    void a_cut_tail_gives_what_is_there_and_tells() throws Exception {
        byte[] packed = member("some text, " + "and more ".repeat(100));
        assertThat(read(Arrays.copyOf(packed, packed.length - 3), 64))
                .startsWith("some text, and more")
                .endsWith("[BROKEN]");
    }

    @Test
    void a_wrong_checksum_is_told() throws Exception {
        byte[] first = member("one ");
        first[first.length - 6] ^= 1;
        assertThat(read(Warcs.joined(first, member("two")), 64)).isEqualTo("one [CHECKSUM]two");
    }

    @Test
    void what_is_behind_the_last_member_is_told() throws Exception {
        assertThat(read(Warcs.joined(member("one"), Warcs.bytes("rubbish")), 64))
                .isEqualTo("one[BROKEN]");
    }

    @Test
    void a_bomb_is_left_and_the_next_member_is_read() throws Exception {
        byte[] packed =
                Warcs.joined(member("one "), Warcs.gzip(new byte[(int) BombGuard.FREE_BYTES * 2]), member("three"));
        String text = read(packed, 1 << 16).replace("\0", "");
        assertThat(text).isEqualTo("one [BOMB]three");
    }

    @Test
    void many_bombs_under_the_bound_are_one_together() throws Exception {
        List<byte[]> members = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            members.add(Warcs.gzip(new byte[(int) BombGuard.FREE_BYTES * 2 / 3]));
        }
        members.add(member("end"));
        String text =
                read(Warcs.joined(members.toArray(byte[][]::new)), 1 << 16).replace("\0", "");
        assertThat(text).isEqualTo("[BOMB][BOMB]end");
    }

    @Test
    void a_file_of_feigned_heads_is_read_in_time_that_grows_in_line() throws Exception {
        byte[] head = Arrays.copyOf(member("x"), 10);
        byte[] packed = new byte[2 << 20];
        for (int i = 0; i + head.length < packed.length; i += head.length + 5) {
            System.arraycopy(head, 0, packed, i, head.length);
            // A stored block of 65,535 bytes: each head claims all that follow.
            packed[i + 10] = 0;
            packed[i + 11] = (byte) 0xFF;
            packed[i + 12] = (byte) 0xFF;
        }
        long given = 0;
        byte[] buffer = new byte[1 << 16];
        try (GzipStream in = new GzipStream(new ByteArrayInputStream(packed))) {
            for (int n = 0; n >= 0; given += Math.max(0, n)) {
                try {
                    n = in.read(buffer, 0, buffer.length);
                } catch (DamageException e) {
                    assertThat(e.kind()).isNotNull();
                }
            }
        }
        assertThat(given)
                .as(String.format(Locale.ROOT, "bytes given of %d", packed.length))
                .isLessThan(packed.length * 8L);
    }
}
