//! The compilers of the wasm: their versions belong to the keys of a build, for another compiler makes other bytes.

use std::process::Command;

use crate::site::{
    files::whole_hash,
    programs::{program, rustc},
};

/// One hash over the versions of rustc and wasm-pack. `Cargo.lock` holds the version of wasm-bindgen: the library is
/// of just the version that stands there, and so is the program that wasm-pack takes.
pub fn hash() -> String {
    let version = |name: &str, arguments: &[&str]| {
        let output = Command::new(program(name)).args(arguments).output();
        // One that is missing has no version; it is installed before anything is compiled.
        output.map(|it| it.stdout).unwrap_or_default()
    };
    // rustc says its commit and that of LLVM, too.
    let versions =
        [rustc(&["--version", "--verbose"]).unwrap_or_default().into_bytes(), version("wasm-pack", &["--version"])];
    whole_hash(&versions.join(&b'\n'))
}
