//! The files that the browser loads are found beside the program, wherever it is started.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
};

use crate::support::{Engine, Setup, eventually};

struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a copy of the program in another folder than its own, with no setting that says where its files are.
fn listens(program: &Path, folder: &Path) {
    let out = folder.join("said");
    let mut command = Command::new(program);
    command.env_clear().current_dir(folder).stdin(Stdio::null()).args(["serve", "--demo", "--listen", "127.0.0.1:0"]);
    command.stdout(fs::File::create(&out).unwrap()).stderr(fs::File::create(folder.join("errors")).unwrap());
    let mut server = Ended(command.spawn().unwrap());
    eventually("it listens", || {
        let errors = fs::read_to_string(folder.join("errors")).unwrap();
        assert!(server.0.try_wait().unwrap().is_none(), "{errors}");
        fs::read_to_string(&out).unwrap().contains("listens on http://").then_some(())
    });
}

#[test]
fn beside_the_program_and_beside_its_folder() {
    // Only for the files.
    let built = Setup::on(Engine::Sqlite);
    let root = tempfile::tempdir().unwrap();
    let (bin, elsewhere) = (root.path().join("bin"), root.path().join("elsewhere"));
    for folder in [&bin, &elsewhere] {
        fs::create_dir(folder).unwrap();
    }
    let program = bin.join("countersign");
    fs::copy(env!("CARGO_BIN_EXE_countersign"), &program).unwrap();
    let site = built.folder.path().join("site");
    for place in [root.path().join("site"), bin.join("site")] {
        copy(&site, &place);
        listens(&program, &elsewhere);
        fs::remove_dir_all(&place).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place)
        } else {
            fs::copy(entry.path(), place).map(drop).unwrap()
        }
    }
}
