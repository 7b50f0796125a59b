//! The system's limit of open files, which bounds the connections of all clients together.

use rustix::process::{Resource, getrlimit, setrlimit};

/// The part of the open files that one address may take with its connections: one of so many.
const SHARE: u64 = 8;

/// Raises the soft limit of open files to the hard limit, as servers do; the soft one is 1,024 in most shells and under systemd.
/// Returns the limit, or `None` if there is none.
pub(crate) fn raise_limit() -> Option<u64> {
    let mut limit = getrlimit(Resource::Nofile);
    let present = limit.current;
    limit.current = limit.maximum;
    if setrlimit(Resource::Nofile, limit).is_err() {
        return present;
    }
    limit.current
}

/// How many connections one address may have open when the setting allows `wanted`. A low limit of open files leaves less, so that no
/// address takes all of them; then the log says so.
pub(crate) fn connections_per_address(wanted: u32, limit: Option<u64>) -> usize {
    let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
    let share = limit.map_or(usize::MAX, |limit| usize::try_from(limit / SHARE).unwrap_or(usize::MAX)).max(1);
    if share < wanted {
        tracing::warn!(
            limit,
            share,
            "few files may be open, so each address has fewer connections than COUNTERSIGN_CONNECTIONS_PER_ADDRESS allows: raise \
             the limit (systemd: LimitNOFILE, shell: ulimit -Hn)"
        );
    }
    share.min(wanted)
}

#[cfg(test)]
mod tests {
    use super::connections_per_address;

    #[test]
    fn no_address_takes_all_open_files() {
        assert_eq!(connections_per_address(256, None), 256);
        assert_eq!(connections_per_address(256, Some(524_288)), 256);
        assert_eq!(connections_per_address(256, Some(1024)), 128);
        assert_eq!(connections_per_address(256, Some(3)), 1);
    }
}
