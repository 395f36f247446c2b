//! Which file of `src/` names items of which other: the graph that the tests of the architecture read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use petgraph::{algo::tarjan_scc, graphmap::DiGraphMap};
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, UseTree};
use walkdir::WalkDir;

/// The path of a module, from the crate's root: `view::outcome`.
type Name = String;

/// For every module that has a file, the modules of files whose items it names, itself excluded. Declaring a module
/// (`mod child;`) is no use. Items that only tests see (`#[cfg(test)]`) are left out.
pub fn uses(src: &Path) -> BTreeMap<Name, BTreeSet<Name>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(src).sort_by_file_name() {
        let entry = entry.expect("the sources can be listed");
        let below = entry.path().strip_prefix(src).expect("it is below");
        if below.extension().is_none_or(|it| it != "rs") || below.starts_with("bin") {
            continue;
        }
        let mut parts: Vec<String> =
            below.with_extension("").iter().map(|it| it.to_string_lossy().into_owned()).collect();
        if parts.last().is_some_and(|it| it == "mod" || it == "lib") {
            parts.pop();
        }
        let text = fs::read_to_string(entry.path()).expect("a source is text");
        let file = syn::parse_file(&text).unwrap_or_else(|it| panic!("{} is no Rust: {it}", below.display()));
        files.insert(parts.join("::"), file.items);
    }
    let names: BTreeSet<Name> = files.keys().cloned().collect();
    files
        .iter()
        .map(|(name, items)| {
            let mut used = Used { names: &names, own: name, imports: BTreeMap::new(), found: BTreeSet::new() };
            used.items(items);
            used.found.remove(name);
            (name.clone(), used.found)
        })
        .collect()
}

/// The groups of modules that lead to one another, each sorted.
pub fn circles(uses: &BTreeMap<Name, BTreeSet<Name>>) -> Vec<Vec<&str>> {
    let mut graph = DiGraphMap::<&str, ()>::new();
    for (from, to) in uses {
        for to in to {
            graph.add_edge(from, to, ());
        }
    }
    let mut found = tarjan_scc(&graph);
    found.retain(|it| it.len() > 1);
    for it in &mut found {
        it.sort_unstable();
    }
    found
}

struct Used<'a> {
    names: &'a BTreeSet<Name>,
    own: &'a str,
    /// What a word at the start of a path stands for in this file.
    imports: BTreeMap<String, Vec<String>>,
    found: BTreeSet<Name>,
}

impl Used<'_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Use(it) = item {
                self.tree(&it.tree, &mut Vec::new());
            }
        }
        for item in items {
            if !attributes(item).iter().any(is_for_tests) && !matches!(item, Item::Use(_)) {
                self.paths(quote::ToTokens::to_token_stream(item));
            }
        }
    }

    fn tree(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(it) => {
                before.push(it.ident.to_string());
                self.tree(&it.tree, before);
                before.pop();
            }
            UseTree::Name(it) => self.import(before, &it.ident.to_string(), &it.ident.to_string()),
            UseTree::Rename(it) => self.import(before, &it.ident.to_string(), &it.rename.to_string()),
            UseTree::Glob(_) => self.note(before),
            UseTree::Group(it) => it.items.iter().for_each(|it| self.tree(it, before)),
        }
    }

    fn import(&mut self, before: &[String], name: &str, known_as: &str) {
        let mut path = before.to_vec();
        if name != "self" {
            path.push(name.to_owned());
        }
        let known_as = if known_as == "self" { path.last().cloned().unwrap_or_default() } else { known_as.to_owned() };
        // A module that is imported is used where a path begins with it.
        if self.resolved(&path).is_none_or(|it| !self.names.contains(&it.join("::"))) {
            self.note(&path);
        }
        if let Some(path) = self.resolved(&path) {
            self.imports.insert(known_as, path);
        }
    }

    /// Notes every path in a piece of code, in macros as elsewhere.
    fn paths(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(it) => self.paths(it.stream()),
                TokenTree::Ident(it) => {
                    let mut path = vec![it.to_string()];
                    while let Some(TokenTree::Ident(next)) = after_colons(&tokens, at) {
                        path.push(next.to_string());
                        at += 3;
                    }
                    if path.len() > 1 {
                        self.note(&path);
                    }
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }

    fn note(&mut self, path: &[String]) {
        let Some(mut path) = self.resolved(path) else { return };
        while !path.is_empty() && !self.names.contains(&path.join("::")) {
            path.pop();
        }
        // The root holds no items, so a path that ends there is a macro.
        if !path.is_empty() {
            self.found.insert(path.join("::"));
        }
    }

    /// A path from the crate's root. None where it leads into another crate.
    fn resolved(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let own = || self.own.split("::").map(str::to_owned).collect::<Vec<_>>();
        let start = match first.as_str() {
            "crate" => Vec::new(),
            "self" => own(),
            "super" => {
                let mut above = own();
                above.pop();
                let supers = rest.iter().take_while(|it| *it == "super").count();
                above.truncate(above.len().saturating_sub(supers));
                return Some([above, rest[supers..].to_vec()].concat());
            }
            name if self.imports.contains_key(name) => self.imports[name].clone(),
            name if self.names.contains(&format!("{}::{name}", self.own)) => [own(), vec![name.to_owned()]].concat(),
            _ => return None,
        };
        Some([start, rest.to_vec()].concat())
    }
}

fn after_colons(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    let is_colon = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ':');
    let both = tokens.get(at + 1..at + 3)?;
    if both.iter().all(is_colon) { tokens.get(at + 3) } else { None }
}

fn is_for_tests(it: &Attribute) -> bool {
    it.path().is_ident("cfg") && it.parse_args::<syn::Ident>().is_ok_and(|it| it == "test")
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Const(it) => &it.attrs,
        _ => &[],
    }
}
