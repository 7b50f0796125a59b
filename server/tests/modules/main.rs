//! The modules of each crate form no circle: if one module uses another, the other does not use it back, directly or through a
//! third. So each module can be read and changed with only the modules below it in mind.
//!
//! The check reads the sources as text. It follows `use`, and paths that begin with `crate`, `super`, `self` or a child module, and
//! looks through re-exports to the module that defines a name. It does not see methods that are called on values.

mod graph;
mod names;
mod sources;
mod tokens;

use std::path::Path;

use graph::circles;
use sources::Crate;

/// The crates of the workspace.
const CRATES: &[&str] = &["domain", "locales", "backend", "app", "frontend", "server"];

/// Crates whose circles are still to be untied. Empty this list; never add to it.
const EXCEPTIONS: &[&str] = &["app"];

#[test]
fn no_crate_has_a_circle_of_modules() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace is the crate's parent folder");
    let mut found = Vec::new();
    for name in CRATES.iter().filter(|name| !EXCEPTIONS.contains(name)) {
        let tree = Crate::read(&workspace.join(name).join("src"));
        assert!(tree.modules.contains_key(""), "{name} has a root module");
        found.extend(circles(&tree).into_iter().map(|circle| format!("{name}: {circle}")));
    }
    assert!(found.is_empty(), "circles of modules:\n{}", found.join("\n"));
}

/// Pages and handlers act for the customer that is signed in. Only the command line makes an operator, and only the process that
/// serves makes the system's principal.
#[test]
fn no_page_and_no_handler_makes_an_operator_or_the_system() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace is the crate's parent folder");
    for (name, within) in [("app", ""), ("server", "http")] {
        let tree = Crate::read(&workspace.join(name).join("src"));
        for (module, tokens) in tree.modules.iter().filter(|(module, _)| module.starts_with(within)) {
            let made = tokens
                .windows(3)
                .find(|three| three[0] == "." && matches!(three[1].as_str(), "operator" | "system") && three[2] == "(");
            assert_eq!(made, None, "{name}: {module}");
        }
    }
}

/// The circles of a crate that is made of these files.
fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    circles(&Crate::from_files(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()))
}

#[test]
fn two_modules_that_use_each_other_are_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a; mod b; pub use a::A; pub use b::B;"),
        ("a.rs", "use crate::B; pub struct A(B);"),
        ("b.rs", "pub struct B; impl B { fn a(&self) -> crate::A { loop {} } }"),
    ]);
    assert_eq!(found, ["a -> b -> a (a uses b, b uses a)"]);
}

#[test]
fn a_circle_through_a_third_module_is_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "use crate::{b::B, c};"),
        ("b.rs", "use super::c::{self, C as D};"),
        ("c.rs", "fn f() { super::a::g(); }"),
    ]);
    assert_eq!(found, ["a -> c -> a (a uses c, c uses a)"]);
}

#[test]
fn a_circle_between_folders_is_found_even_if_no_file_is_part_of_one() {
    let found = circles_of(&[
        ("lib.rs", "mod a; mod b;"),
        ("a/mod.rs", "mod one; mod two;"),
        ("a/one.rs", "use crate::b::three;"),
        ("a/two.rs", "pub struct Two;"),
        ("b/mod.rs", "mod three; mod four;"),
        ("b/three.rs", "pub struct Three;"),
        ("b/four.rs", "use crate::a::two::Two;"),
    ]);
    assert_eq!(found, ["a -> b -> a (a::one uses b::three, b::four uses a::two)"]);
}

#[test]
fn a_parent_and_a_child_that_use_each_other_are_found() {
    let found = circles_of(&[
        ("lib.rs", "mod a;"),
        ("a.rs", "mod b; pub struct A; fn f() { b::g(); }"),
        ("a/b.rs", "use super::A; pub fn g() {}"),
    ]);
    assert_eq!(found, ["a itself -> a::b -> a itself (a uses a::b, a::b uses a)"]);
}

#[test]
fn what_is_no_circle_is_not_reported() {
    let found = circles_of(&[
        // A parent that only names what its children offer does not depend on them.
        ("lib.rs", "mod a; mod b; mod text; pub use a::A; pub struct Root;"),
        ("a.rs", "//! Like crate::b.\nuse crate::{Root, text::fold}; pub struct A; /* use crate::b::B; */"),
        (
            "b.rs",
            "use crate::A; const S: &str = \"use crate::b\"; #[cfg(test)] mod tests { use super::*; use crate::c::C; }",
        ),
        (
            "text.rs",
            "pub(crate) fn fold(c: char) -> bool { c == '\"' } #[cfg(test)] use crate::b::B; pub(in crate::a) fn g() {}",
        ),
    ]);
    assert_eq!(found, Vec::<String>::new());
}
