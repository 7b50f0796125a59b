//! Whom to tell of a weakness: what `/.well-known/security.txt` says.

use url::Url;

/// What the operator has set.
#[derive(Clone, Debug)]
pub(crate) struct SecurityContact {
    /// Where to write to, the preferred first.
    pub(crate) contacts: Vec<Url>,
    /// The languages that are read there, as `en, fr`.
    pub(crate) languages: String,
}

/// An address of the setting: one of the web by https, of mail, or of a telephone.
///
/// # Errors
/// What is wrong with it, for the operator.
pub(crate) fn contact(text: &str) -> Result<Url, String> {
    let url = Url::parse(text.trim()).map_err(|error| error.to_string())?;
    let is_one = match url.scheme() {
        "https" => true,
        "mailto" => url.path().contains('@'),
        "tel" => !url.path().is_empty(),
        _ => false,
    };
    if is_one { Ok(url) } else { Err("it must begin with mailto:, https:// or tel:".to_owned()) }
}

/// The languages of the setting: codes as `en` or `pt-BR`, parted by commas.
///
/// # Errors
/// What is wrong with them, for the operator.
pub(crate) fn languages(text: &str) -> Result<String, String> {
    let codes: Vec<&str> = text.split(',').map(str::trim).collect();
    let is_code =
        |code: &&str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if codes.iter().all(is_code) { Ok(codes.join(", ")) } else { Err("use codes as en,fr".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_checked() {
        for right in ["mailto:security@example.org", "https://example.org/report", "tel:+33123456789"] {
            assert_eq!(contact(right).map(String::from).as_deref(), Ok(right));
        }
        for wrong in ["security@example.org", "mailto:nobody", "http://example.org", "javascript:x", "", "https://"] {
            assert!(contact(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(languages("en,fr , pt-BR").as_deref(), Ok("en, fr, pt-BR"));
        for wrong in ["", "en,,fr", "en;fr", "en\nContact: x"] {
            assert!(languages(wrong).is_err(), "{wrong:?}");
        }
    }
}
