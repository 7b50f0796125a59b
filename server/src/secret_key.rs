//! Where the installation's key comes from: a setting, a file beside an embedded database, or a row of a shared one.

use std::{
    fs, io,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use countersign_backend::{Database, SecretKey};

use crate::failure::Failure;

/// Finds the key, and makes one at the first start. Every process that serves from one database finds the same.
///
/// # Errors
/// A sentence for the operator when it cannot be read or stored.
pub(crate) async fn find(setting: Option<&SecretKey>, database_url: &str, db: &Database) -> Result<SecretKey, Failure> {
    if let Some(key) = setting {
        return Ok(key.clone());
    }
    match database_url.strip_prefix("sqlite://") {
        Some(path) => {
            let file = beside(path.split('?').next().unwrap_or(path));
            in_file(&file).map_err(|error| format!("{}: {error}", file.display()).into())
        }
        None => Ok(db.secret_key().await?),
    }
}

/// `countersign.sqlite.key` beside `countersign.sqlite`.
fn beside(database: &str) -> PathBuf {
    PathBuf::from(format!("{database}.key"))
}

/// Reads the key from a file, which is made if it is not there. Only its owner may read it.
fn in_file(file: &Path) -> io::Result<SecretKey> {
    match fs::read_to_string(file) {
        Ok(text) => {
            if fs::metadata(file)?.permissions().mode() & 0o077 != 0 {
                tracing::warn!(file = %file.display(), "others than its owner may read the key: chmod 600");
            }
            SecretKey::parse(&text).ok_or_else(|| io::Error::other("holds no key of 64 hexadecimal digits"))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            write_new(file, &SecretKey::generate())?;
            in_file(file)
        }
        Err(error) => Err(error),
    }
}

/// Puts the key in place whole, unless another process has been faster.
fn write_new(file: &Path, key: &SecretKey) -> io::Result<()> {
    let draft = file.with_extension(format!("key.{}", std::process::id()));
    let mut writing = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    writeln!(writing, "{}", key.to_hex())?;
    writing.sync_all()?;
    let placed = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match placed {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("countersign.sqlite.key");
        let key = in_file(&file).unwrap();
        assert_eq!(in_file(&file).unwrap(), key);
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        write_new(&file, &SecretKey::generate()).unwrap();
        assert_eq!(in_file(&file).unwrap(), key, "the first one stays");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::write(&file, "nonsense").unwrap();
        assert!(in_file(&file).is_err());
    }
}
