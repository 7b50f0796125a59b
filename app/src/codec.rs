//! How answers are written: as JSON for programs, and compactly for the pages of this very build.
//!
//! The compact coding (postcard) names no fields, and reading it is a tenth of what the browser would download for reading JSON.
//! A page of another build would misread it, so a page says which build it is of.

#[cfg(feature = "ssr")]
use http::{HeaderMap, header};
use leptos::{
    prelude::use_context,
    serde_json,
    server_fn::{
        ContentType, Decodes, Encodes, Format, FormatType,
        codec::Post,
        serde::{Serialize, de::DeserializeOwned},
    },
};

/// How an answer is written; JSON unless another one is provided as context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coding {
    /// For whoever asks.
    #[default]
    Json,
    /// For pages of this build.
    Compact,
}

/// The media type of [`Coding::Compact`].
const COMPACT: &str = "application/x-postcard";

/// The header in which a served page says, with the forms that it sends, of which build it is and in which language.
pub(crate) const PAGE: &str = "countersign-page";

/// What a page of a build accepts.
pub(crate) fn accept(build: &str) -> String {
    format!("{COMPACT}; build={build}")
}

impl Coding {
    /// Writes a value.
    ///
    /// # Errors
    /// When the value cannot be written.
    pub fn write<T: Serialize>(self, value: &T) -> Result<Vec<u8>, String> {
        match self {
            Self::Json => serde_json::to_vec(value).map_err(|error| error.to_string()),
            Self::Compact => postcard::to_allocvec(value).map_err(|error| error.to_string()),
        }
    }

    /// Reads a value, if it is one.
    #[must_use]
    pub fn read<T: DeserializeOwned>(self, bytes: &[u8]) -> Option<T> {
        match self {
            Self::Json => serde_json::from_slice(bytes).ok(),
            Self::Compact => postcard::from_bytes(bytes).ok(),
        }
    }
}

#[cfg(feature = "ssr")]
impl Coding {
    /// What a request asks for. `None` if it comes from a page of another build.
    #[must_use]
    pub fn asked(headers: &HeaderMap, build: &str) -> Option<Self> {
        match headers.get(header::ACCEPT) {
            Some(accepted) if accepted.as_bytes().starts_with(COMPACT.as_bytes()) => {
                (accepted.as_bytes() == accept(build).as_bytes()).then_some(Self::Compact)
            }
            _ => Some(Self::Json),
        }
    }

    /// Build and language of the served page that has sent a request; `None` if none has.
    #[must_use]
    pub fn page(headers: &HeaderMap) -> Option<(&str, &str)> {
        let said = headers.get(PAGE)?.to_str().unwrap_or_default();
        Some(said.split_once(' ').unwrap_or_default())
    }

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => WireFormat::CONTENT_TYPE,
            Self::Compact => COMPACT,
        }
    }
}

/// What server functions answer with.
pub(crate) type Wire = Post<WireFormat>;

/// The coding of the request that is being answered.
pub struct WireFormat;

impl ContentType for WireFormat {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for WireFormat {
    const FORMAT_TYPE: Format = Format::Binary;
}

impl<T: Serialize> Encodes<T> for WireFormat {
    type Error = String;

    fn encode(output: &T) -> Result<bytes::Bytes, Self::Error> {
        use_context::<Coding>().unwrap_or_default().write(output).map(bytes::Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for WireFormat {
    type Error = String;

    fn decode(bytes: bytes::Bytes) -> Result<T, Self::Error> {
        let coding = use_context::<Coding>().unwrap_or_default();
        coding.read(&bytes).ok_or_else(|| "not what was expected".to_owned())
    }
}
