//! Where the files are that the browser loads.

use std::{
    env,
    path::{Path, PathBuf},
};

/// Where they may be, from the program's folder: deployed beside it, or built (`target/release/countersign`, `target/site`).
const FROM_PROGRAM: [&str; 2] = ["site", "../site"];
/// Where they are built, from the project's folder: for a program that is built elsewhere.
const FROM_HERE: &str = "target/site";

/// The folder of the setting, or the first that is there: the program finds its files wherever it is started.
pub(crate) fn find(setting: Option<&Path>) -> PathBuf {
    if let Some(folder) = setting {
        return folder.to_owned();
    }
    let program = env::current_exe().ok();
    beside(program.as_deref().and_then(Path::parent)).unwrap_or_else(|| PathBuf::from(FROM_HERE))
}

fn beside(folder: Option<&Path>) -> Option<PathBuf> {
    let folders = FROM_PROGRAM.iter().map(|path| folder.map(|folder| folder.join(path)));
    folders.flatten().find(|folder| folder.join("pkg").is_dir())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_folder_beside_the_program_comes_before_that_of_the_build() {
        let root = tempfile::tempdir().unwrap();
        let program = root.path().join("release");
        fs::create_dir(&program).unwrap();
        assert_eq!(beside(Some(&program)), None);
        fs::create_dir_all(root.path().join("site/pkg")).unwrap();
        assert_eq!(beside(Some(&program)), Some(program.join("../site")));
        fs::create_dir_all(program.join("site/pkg")).unwrap();
        assert_eq!(beside(Some(&program)), Some(program.join("site")));
        assert_eq!(find(Some(Path::new("elsewhere"))), Path::new("elsewhere"), "the setting counts");
    }
}
