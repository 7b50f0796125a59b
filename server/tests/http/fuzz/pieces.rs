//! What stands in the place of something right.

use proptest::{collection::vec, prelude::*, sample::select};

/// Part of an address or a form, as it is sent: percent signs and all.
pub(super) type Piece = Vec<u8>;

/// What must never come back as a tag.
pub(super) const TAG: &str = "<fuzz";

/// Each has broken some parser somewhere.
const PIECES: &[&[u8]] = &[
    b"",
    b"%",
    b"%f",
    b"%zz",
    b"%00",
    b"%0d%0aX-Fuzz:+1",
    b"%ff%fe",
    b"%c0%af",
    b"%ed%a0%80",
    b"%F4%90%80%80",
    b"%25252e",
    b"..%2f..%2f..%2fetc%2fpasswd",
    b"%22%3E%3Cfuzz+onload%3Dx%3E",
    b"%3C/textarea%3E%3Cfuzz%3E",
    b"%7B%7B7*7%7D%7D",
    b"%27+OR+1=1--",
    b"%25%5F\\%25",
    b"%E2%80%AE%E2%81%A6x",
    b"e%CC%81%CD%85",
    b"%EF%BC%AD%EF%BC%A4%EF%BC%91",
    b"%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7",
    b"//evil.example",
    b"/%5Cevil.example",
    b"/contacts/requests/2?token=x%23y",
    b"javascript:x",
    b"-1",
    b"0",
    b"007",
    b"1e9",
    b"+2",
    b"%D9%A1",
    b"9223372036854775807",
    b"9223372036854775808",
    b"-9223372036854775809",
    b"00000000-0000-0000-0000-000000000000",
    b"a00000000000000000000000000000000",
    b"b00000000000000000000000000000000.domain",
    b"a00000000000000000000000000000000.9223372036854775807",
    b"a%C3",
    b"0000-1111-2222-3333-4444-5555-6666",
    b"0000111122223333444455556666",
    b"md10001",
    b"zz99999-ovh",
    b"nobody@example.org",
    b"admin,tech",
    b"true",
    b"null",
    b"[]",
    b"=1+1",
];

const REPEATED: &[&[u8]] = &[b"a", b"9", b"%C3%A9", b"%", b"%0a"];

/// What somebody might send in the place of a value, or of a name.
pub(super) fn piece() -> impl Strategy<Value = Piece> {
    let text = any::<String>()
        .prop_map(|text| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().into_bytes());
    let much = (select(REPEATED), select(&[9_usize, 300, 3_000, 9_000, 70_000][..]))
        .prop_map(|(part, times)| part.repeat(times));
    prop_oneof![
        6 => select(PIECES).prop_map(<[u8]>::to_vec),
        2 => text,
        1 => vec(any::<u8>(), 0..40),
        1 => much,
    ]
}
