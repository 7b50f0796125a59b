//! JSON between browser and server, read from text as the page's own data are: one deserializer for each type instead of two,
//! which is a tenth of what the browser downloads.

use leptos::serde_json;
use leptos::server_fn::{
    ContentType, Decodes, Encodes, Format, FormatType,
    codec::Post,
    serde::{Serialize, de::DeserializeOwned},
};

/// What server functions answer with.
pub(crate) type Wire = Post<WireJson>;

/// JSON as text.
pub struct WireJson;

impl ContentType for WireJson {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for WireJson {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for WireJson {
    type Error = serde_json::Error;

    fn encode(output: &T) -> Result<bytes::Bytes, Self::Error> {
        serde_json::to_vec(output).map(bytes::Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for WireJson {
    type Error = String;

    fn decode(bytes: bytes::Bytes) -> Result<T, Self::Error> {
        let text = std::str::from_utf8(&bytes).map_err(|error| error.to_string())?;
        serde_json::from_str(text).map_err(|error| error.to_string())
    }
}
