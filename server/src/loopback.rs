//! Whether an address can be reached from this machine alone.

use url::Host;

/// Whether a host is this machine to itself: `localhost`, 127.0.0.0/8 or `[::1]`.
pub(crate) fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Domain(name) => name.as_ref() == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.to_canonical().is_loopback(),
    }
}

/// Whether a request's `Host`, with a port or without, is this machine to itself.
pub(crate) fn names_loopback(host: &str) -> bool {
    let end = host.rfind(':').filter(|colon| !host[*colon..].contains(']')).unwrap_or(host.len());
    let port = host[end..].trim_start_matches(':');
    port.bytes().all(|digit| digit.is_ascii_digit()) && Host::parse(&host[..end]).is_ok_and(|host| is_loopback(&host))
}

#[cfg(test)]
mod tests {
    use super::names_loopback;

    #[test]
    fn this_machine_has_these_names() {
        for host in [
            "localhost",
            "LOCALHOST:3000",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.9.8.7:65535",
            "[::1]",
            "[::1]:3000",
            "[::ffff:127.0.0.1]:3000",
        ] {
            assert!(names_loopback(host), "{host}");
        }
    }

    #[test]
    fn others_do_not() {
        for host in [
            "",
            ":3000",
            "localhost.",
            "localhost.evil.example",
            "evil.localhost",
            "127.0.0.1.evil.example",
            "localhost@evil.example",
            "evil.example:127.0.0.1",
            "localhost:3000@evil.example",
            "0.0.0.0:3000",
            "10.0.0.1",
            "[::]:3000",
            "[::1",
            "::1",
            "[::1]evil.example",
            "localhost evil.example",
        ] {
            assert!(!names_loopback(host), "{host}");
        }
    }
}
