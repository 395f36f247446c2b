//! The finished wasm without what only tools read: the names of its functions, numbers at full width for the linker,
//! and the long names by which it and its glue know each other.

use std::{collections::BTreeMap, convert::Infallible};

use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{CustomSectionReader, Export, Import, ImportSectionReader, Parser, Payload};

/// The glue and the wasm that it loads, with short names between them.
///
/// # Errors
/// A message if the module cannot be read.
pub fn pair(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), String> {
    let names = short_names(wasm).map_err(|it| it.to_string())?;
    // The longest first: one name may begin another.
    let mut long: Vec<&String> = names.keys().collect();
    long.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let glue = long.into_iter().fold(glue.to_owned(), |glue, it| glue.replace(it.as_str(), &names[it]));
    Ok((glue, rewritten(wasm, names)?))
}

/// A module that no glue knows by name.
///
/// # Errors
/// A message if the module cannot be read.
pub fn module(wasm: &[u8]) -> Result<Vec<u8>, String> {
    rewritten(wasm, BTreeMap::new())
}

/// By long name. wasm-bindgen ends the names that it makes up with a hash of 16 digits; all others are for people.
fn short_names(wasm: &[u8]) -> Result<BTreeMap<String, String>, wasmparser::BinaryReaderError> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    names.push(import?.name.to_owned());
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    names.push(export?.name.to_owned());
                }
            }
            _ => {}
        }
    }
    let made_up = names.into_iter().filter(|it| {
        let hash = it.trim_end_matches(|digit: char| digit.is_ascii_hexdigit());
        it.len() - hash.len() >= 16 && it.contains("__")
    });
    Ok(made_up.enumerate().map(|(index, it)| (it, format!("_{index}"))).collect())
}

fn rewritten(wasm: &[u8], names: BTreeMap<String, String>) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    let written = Shortened { names }.parse_core_module(&mut module, Parser::new(0), wasm);
    written.map_err(|it| it.to_string())?;
    Ok(module.finish())
}

struct Shortened {
    names: BTreeMap<String, String>,
}

impl Shortened {
    fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.names.get(name).map_or(name, String::as_str)
    }
}

impl Reencode for Shortened {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let name = self.name(import.name).to_owned();
            utils::parse_import(self, imports, Import { name: &name, ..import })?;
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        let name = self.name(export.name).to_owned();
        utils::parse_export(self, exports, Export { name: &name, ..export })
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Infallible>> {
        Ok(())
    }
}
