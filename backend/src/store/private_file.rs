//! Who may read the files of an embedded database: the user that the program runs as, and nobody else.

use std::{
    ffi::OsString,
    fs::{self, OpenOptions, Permissions},
    io::{self, ErrorKind},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

/// The permission bits of a private file.
const PRIVATE: u32 = 0o600;
/// What SQLite keeps beside a database. It creates these with the permissions of the database itself.
const COMPANIONS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Creates the file of an embedded database where there is none, readable for this user alone. Takes the permissions of others away
/// from one that is there, as versions before this one created it, and says so in the log.
///
/// # Errors
/// When the file cannot be created. One whose permissions cannot be changed, because it is another user's, is a warning.
pub fn make_private(file: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(PRIVATE).open(file) {
        Ok(_) => return Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    for ending in COMPANIONS {
        let mut name = OsString::from(file);
        name.push(ending);
        let file = PathBuf::from(name);
        let Some(found) = fs::metadata(&file).ok().filter(fs::Metadata::is_file) else { continue };
        let mode = found.permissions().mode() & 0o777;
        if mode & !PRIVATE == 0 {
            continue;
        }
        let (name, mode) = (file.display(), format!("{mode:o}"));
        match fs::set_permissions(&file, Permissions::from_mode(PRIVATE)) {
            Ok(()) => tracing::warn!(file = %name, mode, "other users could read this file; now only its owner can"),
            Err(error) => tracing::warn!(file = %name, mode, %error, "other users can read this file"),
        }
    }
    Ok(())
}
