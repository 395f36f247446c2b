//! The linker of the wasm: links as rustc asks, then takes out the piece that loads later.
//! wasm-pack lets rustc link and then runs wasm-bindgen, which forgets what the splitter needs to know.
//! So rustc is given this program for a linker (see `site::wasm`), and wasm-bindgen gets what is left.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use wasm_split_cli_support::{Options, transform};

use crate::site::wasm::names::{GLUE, LOADER};

/// Set in the environment where this program is to link.
pub const SIGN: &str = "SITE_LINKS";

/// Links, if that is what this program was started for.
pub fn if_asked() -> Option<ExitCode> {
    env::var_os(SIGN)?;
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    Some(match linked(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // rustc shows it.
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    })
}

/// The folder where the pieces of a wasm lie until it is linked anew. It is beside the wasm, so that cargo, which
/// links only what has changed, never leaves one without the other.
pub fn pieces(wasm: &Path) -> PathBuf {
    wasm.with_extension("pieces")
}

fn linked(arguments: &[OsString]) -> Result<(), String> {
    let output = arguments.iter().skip_while(|it| *it != "-o").nth(1).ok_or("rustc named no output.")?;
    // The splitter goes by names and relocations; what is stripped is stripped after it (see `site::wasm::minify`).
    let kept = arguments.iter().filter(|it| !it.to_string_lossy().starts_with("--strip-"));
    // rustc puts the folder of its own linker on the PATH.
    let status = Command::new("rust-lld").args(kept).arg("--emit-relocs").status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("rust-lld ended with {status}.")),
        Err(error) => return Err(format!("rust-lld could not be started: {error}.")),
    }
    split(Path::new(output)).map_err(|it| format!("The wasm could not be split: {it}"))
}

fn split(wasm: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let whole = fs::read(wasm)?;
    let (pieces, loader, glue) = (pieces(wasm), format!("./{LOADER}"), format!("./{GLUE}"));
    let mut options = Options::new(&whole);
    options.main_out_path = wasm;
    options.output_dir = &pieces;
    options.link_name = &loader;
    options.main_module = &glue;
    transform(options)?;
    let mut main = fs::read(wasm)?;
    let table = main.windows(TABLE.len()).position(|it| it == TABLE.as_bytes()).ok_or("It exports no table.")?;
    main[table..table + TABLE.len()].copy_from_slice(SHARED_TABLE.as_bytes());
    fs::write(wasm, main)?;
    let loader = pieces.join(LOADER);
    let text = LOADER_CHANGES.iter().try_fold(fs::read_to_string(&loader)?, |text, (before, after)| {
        text.contains(before).then(|| text.replace(before, after)).ok_or("The splitter writes another loader now.")
    })?;
    Ok(fs::write(loader, text)?)
}

/// wasm-bindgen removes an export of the first name, and wasm-pack can't tell it to keep it. Both are equally long,
/// so that nothing else in the module has to move.
const TABLE: &str = "__indirect_function_table";
const SHARED_TABLE: &str = "__wasm_split_shared_table";

const LOADER_CHANGES: [(&str, &str); 2] = [
    ("const { __indirect_function_table,", "const { __wasm_split_shared_table: __indirect_function_table,"),
    // Streaming asks the host to know what wasm is. The glue falls back where one does not; the loader would fail.
    ("instantiateStreaming(src, imports)", "instantiate(await (await src).arrayBuffer(), imports)"),
];
