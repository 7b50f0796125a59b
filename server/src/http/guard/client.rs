//! Who sent a request, as limits count it: an account, and an address, which is the peer's or what a trusted proxy says of it.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Mutex, Once, PoisonError},
    time::{Duration, Instant},
};

use axum::extract::{ConnectInfo, Request};
use countersign_app::Visitor;
use countersign_domain::Handle;

/// From where a request comes.
#[derive(Clone, Debug)]
pub(in crate::http) struct Client {
    /// `None` where it is not known: a trusted proxy says nothing that can be read. Limits of addresses do not apply then: everyone
    /// would have the same one.
    pub(in crate::http) address: Option<IpAddr>,
    /// Who is signed in.
    pub(in crate::http) account: Option<Handle>,
}

/// Who sent the request.
pub(in crate::http) fn of(request: &Request, trusted: &[IpAddr]) -> Client {
    let account = request.extensions().get::<Visitor>().and_then(Visitor::account_id);
    Client { address: ip(request, trusted), account: account.cloned() }
}

/// From which address. `X-Forwarded-For` is read from its end, as far as proxies are trusted, and not at all otherwise.
pub(in crate::http) fn ip(request: &Request, trusted: &[IpAddr]) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>()?.0.ip();
    // A socket that listens on IPv6 sees IPv4 peers as `::ffff:10.0.0.1`.
    let mut client = peer.to_canonical();
    let lines = request.headers().get_all("x-forwarded-for").iter();
    let lines: Vec<_> = lines.map(|line| String::from_utf8_lossy(line.as_bytes())).collect();
    let mut chain: Vec<&str> = lines.iter().flat_map(|line| line.split(',')).map(str::trim).collect();
    while trusted.contains(&client) {
        let said = chain.pop().unwrap_or_default();
        let Some(before) = read(said) else {
            warn(client, said);
            return None;
        };
        client = before;
    }
    if !chain.is_empty() && client == peer.to_canonical() && is_of_own_network(client) {
        warn_of_unknown_proxy(client);
    }
    Some(client)
}

/// Whether an address is of this machine or of a private network, where proxies are. Anybody else may send the header.
fn is_of_own_network(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_loopback() || address.is_private(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local(),
    }
}

/// An address as proxies write it: alone, with a port, in brackets, in quotation marks.
fn read(said: &str) -> Option<IpAddr> {
    let said = said.trim_matches('"');
    let address = said.parse::<IpAddr>().ok();
    let address = address.or_else(|| said.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    let address = address.or_else(|| said.strip_prefix('[')?.strip_suffix(']')?.parse().ok());
    address.map(|address| address.to_canonical())
}

/// The log says so at most once a minute: it is the same with each request.
const WARN_EVERY: Duration = Duration::from_secs(60);
/// How much of what cannot be read stands in the log, in characters.
const SHOWN: usize = 40;

/// Says in the log that a proxy does not say who asks.
fn warn(proxy: IpAddr, said: &str) {
    static LAST: Mutex<Option<Instant>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if last.is_some_and(|last| last.elapsed() < WARN_EVERY) {
        return;
    }
    *last = Some(Instant::now());
    let said: String = said.chars().take(SHOWN).collect();
    tracing::warn!(
        %proxy,
        said,
        "X-Forwarded-For of a trusted proxy names no address: limits of addresses do not apply to what it passes on"
    );
}

/// Says in the log, once, that something which looks like a proxy is not named as one.
fn warn_of_unknown_proxy(proxy: IpAddr) {
    static WARNED: Once = Once::new();
    WARNED.call_once(|| {
        tracing::warn!(
            %proxy,
            "X-Forwarded-For of an address that is not in COUNTERSIGN_TRUSTED_PROXIES is not believed: if a proxy is there, all customers \
             share its limits"
        );
    });
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use axum::body::Body;

    use super::*;

    fn seen(peer: impl Into<IpAddr>, forwarded: &str, trusted: &[IpAddr]) -> Option<IpAddr> {
        let mut request = Request::builder().header("x-forwarded-for", forwarded).body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer.into(), 1))));
        of(&request, trusted).address
    }

    const PROXY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));
    const CLIENT: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 5));

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(seen([192, 0, 2, 9], "203.0.113.5", &[PROXY]), Some([192, 0, 2, 9].into()));
        assert_eq!(seen(PROXY, "203.0.113.5", &[PROXY]), Some(CLIENT));
        // What the client itself wrote before the proxy is not believed.
        assert_eq!(seen(PROXY, "198.51.100.1, 203.0.113.5", &[PROXY]), Some(CLIENT));
        let mapped = Ipv4Addr::from([10, 0, 0, 1]).to_ipv6_mapped();
        assert_eq!(seen(mapped, "203.0.113.5", &[PROXY]), Some(CLIENT));
    }

    #[test]
    fn addresses_are_read_as_proxies_write_them() {
        for said in ["203.0.113.5:41234", " 203.0.113.5 ", "\"203.0.113.5:1\"", "::ffff:203.0.113.5", "x, 203.0.113.5"]
        {
            assert_eq!(seen(PROXY, said, &[PROXY]), Some(CLIENT), "{said}");
        }
        let client = "2001:db8::5".parse().ok();
        for said in ["2001:db8::5", "[2001:db8::5]", "[2001:db8::5]:443", "\"[2001:db8::5]:443\"", "2001:DB8:0::0:5"] {
            assert_eq!(seen(PROXY, said, &[PROXY]), client, "{said}");
        }
    }

    #[test]
    fn what_names_no_address_is_nobodys() {
        for said in [
            "unknown",
            "nonsense",
            "",
            "203.0.113.5, unknown",
            "_hidden",
            "[2001:db8::5",
            "203.0.113.5:99999",
            "10.0.0.1",
        ] {
            assert_eq!(seen(PROXY, said, &[PROXY]), None, "{said}");
        }
        // Nobody but a trusted proxy can bring that about.
        assert_eq!(seen([192, 0, 2, 9], "unknown", &[PROXY]), Some([192, 0, 2, 9].into()));
    }
}
