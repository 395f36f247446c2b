//! Structured data of each page for machines, in the vocabulary of schema.org.

use serde_json::{Value, json};

use crate::{
    case::{Case, GuaranteeId},
    site::{
        html::head::{Address, Site},
        routes,
    },
    text::{fill, method::MethodText},
    view::edition::from_case::WholeEdition,
};

/// Everything that pages of one language say in the same way.
#[derive(Clone, Copy)]
pub struct LinkedData<'a> {
    pub site: Site<'a>,
    pub edition: &'a WholeEdition,
}

/// A page by name and description.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Below the folder of the language.
    pub path: &'a str,
    pub name: &'a str,
    pub description: &'a str,
    /// Address of its picture.
    pub image: &'a str,
}

impl LinkedData<'_> {
    /// The tool itself: an application that costs nothing, after an article.
    pub fn tool(&self, told: Told) -> Value {
        let article = &self.edition.case.sentences.article;
        let mut data = self.page("WebApplication", told);
        data["applicationCategory"] = json!("ReferenceApplication");
        data["operatingSystem"] = json!("Any");
        data["isAccessibleForFree"] = json!(true);
        data["offers"] = json!({ "@type": "Offer", "price": "0", "priceCurrency": "EUR" });
        data["isBasedOn"] = json!({ "@type": "Article", "headline": article.title, "url": article.address });
        data
    }

    /// A page of text, of one of the kinds that schema.org has, below the pages that lead to it.
    pub fn page_below(&self, kind: &str, told: Told, above: &[(&str, &str)]) -> Value {
        let mut data = self.page(kind, told);
        let sentences = &self.edition.case.sentences;
        let trail = [(sentences.title.as_str(), "")].into_iter().chain(above.iter().copied());
        let items: Vec<Value> = trail
            .chain([(told.name, told.path)])
            .zip(1..)
            .map(|((name, path), position)| {
                json!({ "@type": "ListItem", "position": position, "name": name, "item": self.address(path) })
            })
            .collect();
        data["breadcrumb"] = json!({ "@type": "BreadcrumbList", "itemListElement": items });
        data
    }

    /// The method page: what it says, as a data set of files.
    pub fn method(&self, told: Told, text: &MethodText) -> Value {
        let Case { model, sentences } = &self.edition.case;
        let table = (routes::decision_table(&sentences.locale), "application/json", text.data_table);
        let words = (routes::sentences(&sentences.locale), "application/json", text.data_sentences);
        let worlds: usize = model.questions.iter().map(|it| it.answers.len()).product();
        let outcomes = fill(text.data_outcomes, &[("worlds", &self.edition.text.number(worlds as u32))]);
        let files = [
            (routes::OUTCOMES.to_owned(), "text/csv", outcomes.as_str()),
            table,
            words,
            (routes::CERTIFICATE.to_owned(), "application/json", text.data_certificate),
        ];
        let download = |(name, kind, says): &(String, &str, &str)| {
            json!({
                "@type": "DataDownload",
                "name": says,
                "encodingFormat": kind,
                "contentUrl": self.site.absolute(&format!("{}{name}", routes::DATA)),
            })
        };
        let mut data = self.page_below("WebPage", told, &[]);
        data["mainEntity"] = json!({
            "@type": "Dataset",
            "name": format!("{}: {}", text.data_title, sentences.title),
            "description": format!("{} {}", told.description, text.data_lead),
            "url": format!("{}#data", self.address(told.path)),
            "version": model.version,
            "inLanguage": sentences.locale,
            "isAccessibleForFree": true,
            "license": ["https://spdx.org/licenses/MIT.html", "https://spdx.org/licenses/Apache-2.0.html"],
            "distribution": files.iter().map(download).collect::<Vec<_>>(),
        });
        data
    }

    /// The page of a guarantee: the term that it explains, among all of them.
    pub fn guarantee(&self, told: Told, above: (&str, &str), guarantee: GuaranteeId) -> Value {
        let mut data = self.page_below("WebPage", told, &[above]);
        let mut term = self.term(guarantee, told.path);
        term["inDefinedTermSet"] = json!(self.address(above.1));
        data["mainEntity"] = term;
        data
    }

    /// The list of all guarantees. `path` is the folder below which each has its own.
    pub fn guarantees(&self, told: Told) -> Value {
        let model = &self.edition.case.model;
        let term = |it: GuaranteeId| self.term(it, &format!("{}{}/", told.path, model.guarantee(it).id));
        let terms: Vec<Value> = model.guarantee_ids().map(term).collect();
        let mut data = self.page_below("CollectionPage", told, &[]);
        data["mainEntity"] = json!({
            "@type": "DefinedTermSet",
            "@id": self.address(told.path),
            "name": told.name,
            "hasDefinedTerm": terms,
        });
        data
    }

    fn term(&self, guarantee: GuaranteeId, path: &str) -> Value {
        let case = &self.edition.case;
        let sentences = case.sentences.guarantee(guarantee);
        json!({
            "@type": "DefinedTerm",
            "termCode": case.model.guarantee(guarantee).id,
            "name": sentences.name,
            "description": sentences.what,
            "url": self.address(path),
        })
    }

    fn page(&self, kind: &str, told: Told) -> Value {
        let sentences = &self.edition.case.sentences;
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": kind,
            "url": self.address(told.path),
            "name": told.name,
            "description": told.description,
            "inLanguage": sentences.locale,
            "image": told.image,
            "isPartOf": { "@type": "WebSite", "name": sentences.title, "url": self.site.absolute("") },
        });
        if let Some(name) = &self.site.publisher.name {
            data["publisher"] = json!({ "@type": "Organization", "name": name });
        }
        data
    }

    fn address(&self, path: &str) -> String {
        self.site.canonical(Address::Localized { locale: &self.edition.case.sentences.locale, path })
    }
}

/// The choice of a language.
pub fn front(site: &Site, name: &str, description: &str) -> Value {
    let languages: Vec<&str> = site.languages.iter().map(|it| it.locale.as_str()).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "url": site.absolute(""),
        "name": name,
        "description": description,
        "inLanguage": languages,
    })
}
