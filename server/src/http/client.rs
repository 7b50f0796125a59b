//! Who sent a request, as limits count it: an account, and an address, which is the peer's or what a trusted proxy says of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use countersign_app::Visitor;
use countersign_domain::Handle;

/// From where a request comes.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) address: IpAddr,
    /// Who is signed in.
    pub(super) account: Option<Handle>,
}

/// Who sent the request.
pub(super) fn address(request: &Request, trusted: &[IpAddr]) -> Client {
    let account = request.extensions().get::<Visitor>().and_then(Visitor::account_id);
    Client { address: ip(request, trusted), account: account.cloned() }
}

/// `X-Forwarded-For` is read from its end, as far as proxies are trusted, and not at all otherwise.
fn ip(request: &Request, trusted: &[IpAddr]) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    // A socket that listens on IPv6 sees IPv4 peers as `::ffff:10.0.0.1`.
    let mut client = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.to_canonical());
    let forwarded = request.headers().get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let mut chain: Vec<&str> = forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
    while trusted.contains(&client) {
        match chain.pop().map(str::parse) {
            Some(Ok(before)) => client = IpAddr::to_canonical(&before),
            _ => break,
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn seen(peer: impl Into<IpAddr>, forwarded: &str, trusted: &[IpAddr]) -> IpAddr {
        let mut request = Request::builder().header("x-forwarded-for", forwarded).body(Body::empty()).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((peer.into(), 1))));
        address(&request, trusted).address
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let proxy: IpAddr = [10, 0, 0, 1].into();
        assert_eq!(seen([192, 0, 2, 9], "203.0.113.5", &[proxy]), IpAddr::from([192, 0, 2, 9]));
        assert_eq!(seen([10, 0, 0, 1], "203.0.113.5", &[proxy]), IpAddr::from([203, 0, 113, 5]));
        // What the client itself wrote before the proxy is not believed.
        assert_eq!(seen([10, 0, 0, 1], "198.51.100.1, 203.0.113.5", &[proxy]), IpAddr::from([203, 0, 113, 5]));
        assert_eq!(seen([10, 0, 0, 1], "nonsense", &[proxy]), proxy);
        let mapped = Ipv4Addr::from([10, 0, 0, 1]).to_ipv6_mapped();
        assert_eq!(seen(mapped, "203.0.113.5", &[proxy]), IpAddr::from([203, 0, 113, 5]));
    }
}
