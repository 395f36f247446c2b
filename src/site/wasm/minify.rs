//! The finished wasm without what only tools read: the names of its functions, numbers at full width for the linker,
//! and the long names by which it and its glue know each other. The short names save 3 kB of the compressed bytes.

use std::collections::BTreeMap;

use walrus::{Module, ModuleConfig};

/// The glue and the wasm that it loads, with short names between them.
///
/// # Errors
/// A message if the module cannot be read.
pub fn pair(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), String> {
    let mut module = read(wasm)?;
    let names = short_names(&module);
    // The longest first: one name may begin another.
    let mut long: Vec<&String> = names.keys().collect();
    long.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let glue = long.into_iter().fold(glue.to_owned(), |glue, it| glue.replace(it.as_str(), &names[it]));
    let imports = module.imports.iter_mut().map(|it| &mut it.name);
    for name in imports.chain(module.exports.iter_mut().map(|it| &mut it.name)) {
        if let Some(short) = names.get(name) {
            name.clone_from(short);
        }
    }
    Ok((glue, module.emit_wasm()))
}

/// A module that no glue knows by name.
///
/// # Errors
/// A message if the module cannot be read.
pub fn module(wasm: &[u8]) -> Result<Vec<u8>, String> {
    Ok(read(wasm)?.emit_wasm())
}

/// The module as a machine needs it.
fn read(wasm: &[u8]) -> Result<Module, String> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(wasm).map_err(|it| format!("{it:#}"))?;
    let sections: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for section in sections {
        module.customs.delete(section);
    }
    Ok(module)
}

/// A short name for each name that wasm-bindgen makes up, which ends with a hash of 16 hexadecimal digits. All other
/// names stay, because other scripts and the later chunk use them.
fn short_names(module: &Module) -> BTreeMap<String, String> {
    let names = module.imports.iter().map(|it| &it.name).chain(module.exports.iter().map(|it| &it.name));
    let made_up = names.filter(|it| {
        let hash = it.trim_end_matches(|digit: char| digit.is_ascii_hexdigit());
        it.len() - hash.len() >= 16 && it.contains("__")
    });
    made_up.enumerate().map(|(index, it)| (it.clone(), format!("_{index}"))).collect()
}
