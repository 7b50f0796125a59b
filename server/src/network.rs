//! What counts as one address.

use std::net::{IpAddr, Ipv6Addr};

/// The network of `bits` bits that an IPv6 address belongs to: whoever has one address has all of them to choose from. An IPv4
/// address is someone's own.
pub(crate) fn network(address: IpAddr, bits: u32) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(128 - bits.min(128)).unwrap_or(0);
            Ipv6Addr::from_bits(address.to_bits() & mask).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_an_address() {
        let of = |text: &str, bits| network(text.parse().unwrap(), bits).to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6", 64), "2001:db8:1:2::");
        assert_eq!(of("2001:db8:1:2:3:4:5:6", 48), "2001:db8:1::");
        assert_eq!(of("2001:db8:1:2:3:4:5:6", 128), "2001:db8:1:2:3:4:5:6");
        assert_eq!(of("2001:db8:1:2:3:4:5:6", 0), "::");
        assert_eq!(of("203.0.113.9", 48), "203.0.113.9");
    }
}
