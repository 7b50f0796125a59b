//! Pages that only the server renders. They cost nothing in the first download, and can be as rich as they need to be.
//!
//! In the browser such a page is its place alone. What the server sent stays as it is; coming from another page, the server's
//! page is fetched and its content put in place. Its forms are sent from here, and the page that comes back is shown:
//! nothing is loaded anew, and a form that came back keeps what was typed, as it does without WASM. A form says of which
//! build and in which language its page is; the server takes none whose answer could not be shown there (426), and then
//! the browser sends it itself. What is no answer of ours is told above the form, which stays as it is.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
pub(crate) use browser::ServerPage;
#[cfg(feature = "ssr")]
pub(crate) use server::ServerPage;
