//! A stream whose peer must read what is written to it.
//!
//! Nothing is asked of a stream on which nothing waits to be written: a live stream may be silent for hours. But as long as the
//! peer's window is full, it must take [`LEAST`] bytes within [`WITHIN`]; else writing fails, and the connection ends.

use std::{
    io::{Error, ErrorKind, IoSlice, Result},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// How long a peer may take to read [`LEAST`] bytes of what waits for it.
pub(crate) const WITHIN: Duration = Duration::from_secs(20);
/// That many bytes are progress. A slow telephone reads them in a second or two.
const LEAST: usize = 8 * 1024;

/// A stream that fails when its peer does not read.
#[derive(Debug)]
pub(crate) struct Progressing<S> {
    stream: S,
    within: Duration,
    /// While something waits to be written: until when, and how much was taken meanwhile.
    waiting: Option<(Pin<Box<Sleep>>, usize)>,
}

impl<S> Progressing<S> {
    pub(crate) fn new(stream: S, within: Duration) -> Self {
        Self { stream, within, waiting: None }
    }

    /// Judges what came of a write of `wanted` bytes.
    fn judge(&mut self, context: &mut Context<'_>, wanted: usize, written: Poll<Result<usize>>) -> Poll<Result<usize>> {
        match &written {
            Poll::Ready(Ok(count)) => {
                let taken = self.waiting.as_mut().map(|(_, taken)| {
                    *taken += count;
                    *taken
                });
                // All of it, or enough for now.
                if *count >= wanted || taken.is_some_and(|taken| taken >= LEAST) {
                    self.waiting = None;
                }
            }
            Poll::Ready(Err(_)) => {}
            Poll::Pending => {
                let within = self.within;
                let (until, _) = self.waiting.get_or_insert_with(|| (Box::pin(sleep(within)), 0));
                ready!(until.as_mut().poll(context));
                return Poll::Ready(Err(Error::new(ErrorKind::TimedOut, "the client does not read")));
            }
        }
        written
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Progressing<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Progressing<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.judge(context, bytes.len(), written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let wanted = parts.iter().map(|part| part.len()).sum();
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.judge(context, wanted, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    /// Short, where it is to run out.
    const SHORT: Duration = Duration::from_millis(200);

    #[tokio::test]
    async fn who_does_not_read_is_let_go() {
        let (ours, _theirs) = duplex(1024);
        let mut ours = Progressing::new(ours, SHORT);
        let failed = ours.write_all(&[0; 4096]).await.unwrap_err();
        assert_eq!(failed.kind(), ErrorKind::TimedOut);
    }

    #[tokio::test]
    async fn who_reads_a_byte_now_and_then_is_let_go() {
        let (ours, mut theirs) = duplex(1024);
        let mut ours = Progressing::new(ours, SHORT);
        let reading = tokio::spawn(async move {
            while theirs.read_u8().await.is_ok() {
                sleep(SHORT / 10).await;
            }
        });
        assert_eq!(ours.write_all(&[0; 4096]).await.unwrap_err().kind(), ErrorKind::TimedOut);
        drop(ours);
        reading.abort();
    }

    #[tokio::test]
    async fn who_reads_slowly_is_served() {
        let (ours, mut theirs) = duplex(LEAST);
        let mut ours = Progressing::new(ours, WITHIN);
        let reading = tokio::spawn(async move {
            let (mut all, mut part) = (0, [0; LEAST]);
            while let Ok(read @ 1..) = theirs.read(&mut part).await {
                all += read;
                tokio::task::yield_now().await;
            }
            all
        });
        ours.write_all(&[0; 20 * LEAST]).await.unwrap();
        drop(ours);
        assert_eq!(reading.await.unwrap(), 20 * LEAST);
    }

    #[tokio::test]
    async fn who_has_read_everything_may_be_silent_for_as_long_as_it_likes() {
        let (ours, mut theirs) = duplex(8);
        let mut ours = Progressing::new(ours, SHORT);
        for _ in 0..3 {
            let mut part = [0; 12];
            // The last of it waits a moment, and is taken.
            let (written, read) = tokio::join!(ours.write_all(&[7; 12]), theirs.read_exact(&mut part));
            written.unwrap();
            read.unwrap();
            sleep(SHORT * 2).await;
        }
    }
}
