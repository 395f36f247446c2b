//! Scripts as they travel: without comments and needless space, with short names for what no other file sees.
//! By oxc, for it needs no Node, understands all of today's JavaScript and keeps what is exported or global.

use std::path::Path;

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_semantic::SemanticBuilder;
use oxc_span::SourceType;

use crate::site::{failure::Failure, files::read_text};

/// How a page loads a script. A module's own names are its own; a classic script's may be anybody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Module,
    Classic,
}

/// Minifies a script.
///
/// # Errors
/// `Failure::Step` with `name` for a script that no browser would run, such as one that declares a name twice.
pub fn small(source: &str, name: &str, kind: Kind) -> Result<String, Failure> {
    let allocator = Allocator::default();
    let source_type = match kind {
        Kind::Module => SourceType::mjs(),
        Kind::Classic => SourceType::cjs(),
    };
    let parsed = Parser::new(&allocator, source, source_type).parse();
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&parsed.program);
    if let Some(error) = parsed.errors.iter().chain(&checked.errors).next() {
        return Err(Failure::step("making the scripts small", format!("{name}: {error}"), "Correct the script."));
    }
    let mut program = parsed.program;
    let minified = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    let printed = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(minified.scoping).build(&program);
    Ok(printed.code)
}

/// A script of `src/js/`.
///
/// # Errors
/// `Failure::Step` if it cannot be read.
pub fn source(root: &Path, name: &str) -> Result<String, Failure> {
    let path = root.join("src/js").join(name);
    read_text(&path).map_err(|it| {
        Failure::step("reading the scripts", format!("{} can't be read: {it}.", path.display()), "Put the file back.")
    })
}
