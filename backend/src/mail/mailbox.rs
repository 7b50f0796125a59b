//! A folder as mailbox, for the demo: each mail is one JSON file named after its id, so that a mail stored twice is one.
//! Mails hold codes: only the user that the program runs as may read them.

use std::{cmp::Reverse, io, path::Path};

use tokio::{fs, io::AsyncWriteExt};
use uuid::Uuid;

use super::rendered::Mail;

/// Stores a mail: a reader sees all of it or nothing.
pub(super) async fn store(folder: &Path, mail: &Mail) -> io::Result<()> {
    let json = serde_json::to_vec_pretty(mail)?;
    let part = folder.join(format!("{}.part", mail.id));
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).await?;
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&part).await?;
    file.write_all(&json).await?;
    file.flush().await?;
    fs::rename(part, folder.join(file_name(mail.id))).await
}

fn file_name(id: Uuid) -> String {
    format!("{id}.json")
}

/// The mails in a folder, newest first; none if there is no such folder yet.
///
/// # Errors
/// When the folder cannot be read.
pub async fn read_mailbox(folder: &Path) -> io::Result<Vec<Mail>> {
    let mut mails = Vec::new();
    let mut entries = match fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(mails),
        Err(error) => return Err(error),
    };
    while let Some(entry) = entries.next_entry().await? {
        if entry.path().extension().is_some_and(|ending| ending == "json") {
            // What is no mail of ours is passed over.
            mails.extend(serde_json::from_slice::<Mail>(&fs::read(entry.path()).await?).ok());
        }
    }
    mails.sort_by_key(|mail| Reverse((mail.date, mail.id)));
    Ok(mails)
}

/// One mail of a folder.
///
/// # Errors
/// When the file is there but cannot be read.
pub async fn find_mail(folder: &Path, id: Uuid) -> io::Result<Option<Mail>> {
    match fs::read(folder.join(file_name(id))).await {
        Ok(json) => Ok(Some(serde_json::from_slice(&json)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use countersign_domain::Timestamp;
    use countersign_locales::Language;

    use super::*;

    fn mail(id: u128, date: i64) -> Mail {
        Mail {
            id: Uuid::from_u128(id),
            message_id: format!("<{id}@example.org>"),
            to_address: "marie@example.org".into(),
            to_name: Some("Marie".into()),
            language: Language::Fr,
            subject: "été".into(),
            text: "a\nb".into(),
            html: "<p>".into(),
            date: Timestamp(date),
        }
    }

    #[tokio::test]
    async fn mails_are_read_back_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        let inbox = folder.path().join("not/yet/there");
        assert!(read_mailbox(&inbox).await.unwrap().is_empty());
        for (id, date) in [(1, 5), (3, 7), (2, 7), (1, 5)] {
            store(&inbox, &mail(id, date)).await.unwrap();
        }
        for entry in std::fs::read_dir(&inbox).unwrap() {
            assert_eq!(entry.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600, "a mail holds codes");
        }
        std::fs::write(inbox.join("stray.json"), "{}").unwrap();
        let ids: Vec<u128> = read_mailbox(&inbox).await.unwrap().iter().map(|mail| mail.id.as_u128()).collect();
        assert_eq!(ids, [3, 2, 1]);
        assert_eq!(find_mail(&inbox, Uuid::from_u128(2)).await.unwrap(), Some(mail(2, 7)));
        assert_eq!(find_mail(&inbox, Uuid::from_u128(9)).await.unwrap(), None);
    }
}
