//! Connections: taken one by one, with a bound on how many an address has, on how slowly a client may speak and listen, and ended
//! in order.

use std::{
    error::Error,
    future::Future,
    net::{IpAddr, SocketAddr},
    pin::pin,
    time::Duration,
};

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::{
    network::network,
    progress::{self, Progressing},
    seats::Seats,
};

/// How long a client may take to send the head of a request, and to begin its next one.
const HEAD_WITHIN: Duration = Duration::from_secs(15);
/// The longest head of a request, in bytes, and the most that is kept of a body that has been read. Hyper's own bound of 400 KiB would let
/// one address hold 100 MB with heads that it never finishes.
const BUFFER: usize = 64 * 1024;
/// When no connection can be taken, because too many are open.
const PAUSE: Duration = Duration::from_secs(1);

/// What who has too many connections is told at once, as far as it reads it.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// How many connections there may be.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    /// From one address; of IPv6, from one network of 64 bits.
    pub(crate) per_address: usize,
    /// Addresses from which any number may come: proxies, behind which everyone sits.
    pub(crate) unbounded: Vec<IpAddr>,
}

/// Serves until `shutdown` is ready, and then until the requests in flight are answered.
pub(crate) async fn serve(listener: TcpListener, router: Router, bounds: Bounds, shutdown: impl Future<Output = ()>) {
    let seats = Seats::new(bounds.per_address);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).max_buf_size(BUFFER);
    let open = GracefulShutdown::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let (stream, address) = tokio::select! {
            next = accept(&listener) => next,
            () = &mut shutdown => break,
        };
        let peer = address.ip().to_canonical();
        let seat = if bounds.unbounded.contains(&peer) { None } else { Some(seats.take(network(peer, 64))) };
        if let Some(None) = seat {
            tracing::debug!("a connection too many from one address");
            let _ = stream.try_write(TOO_MANY);
            continue;
        }
        let router = router.clone();
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(address));
            router.clone().oneshot(request.map(Body::new))
        });
        let connection =
            open.watch(http.serve_connection(TokioIo::new(Progressing::new(stream, progress::WITHIN)), service));
        tokio::spawn(async move {
            // Until the connection has ended.
            let _seat = seat;
            if let Err(error) = connection.await {
                let cause = error.source().map(ToString::to_string);
                tracing::debug!(%error, cause, "a connection broke off");
            }
        });
    }
    drop(listener);
    open.shutdown().await;
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok((stream, address)) => {
                // Answers are written whole: nothing is gained by waiting for more.
                let _ = stream.set_nodelay(true);
                return (stream, address);
            }
            Err(error) => {
                tracing::warn!(%error, "a connection cannot be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}
