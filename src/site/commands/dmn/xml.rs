//! The XML of DMN 1.3. Every element has an id, because some tools refuse elements without one.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::{
    case::{AnswerId, QuestionId},
    site::commands::dmn::document::{Decision, Document, quoted_answer, quoted_answers},
};

const MODEL: &str = "https://www.omg.org/spec/DMN/20191111/MODEL/";
const FEEL: &str = "https://www.omg.org/spec/DMN/20191111/FEEL/";
const DIAGRAM: &str = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
const SHAPES: &str = "http://www.omg.org/spec/DMN/20180521/DC/";
const LINES: &str = "http://www.omg.org/spec/DMN/20180521/DI/";

type Xml = Writer<Vec<u8>>;

/// A point of the diagram, in pixels from its upper left corner.
type Point = (usize, usize);

/// The width of a question's column in the diagram.
const COLUMN: usize = 180;
/// From one row of the diagram to the next.
const ROW: usize = 140;
/// Width and height of the boxes of input data and decisions.
const INPUT: (usize, usize) = (150, 45);
const DECISION: (usize, usize) = (150, 80);

/// Writes the document, indented.
///
/// # Errors
/// None, unless memory runs out.
pub fn write(document: &Document) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let attributes = [
        ("xmlns", MODEL),
        ("xmlns:dmndi", DIAGRAM),
        ("xmlns:dc", SHAPES),
        ("xmlns:di", LINES),
        ("id", "definitions"),
        ("name", document.sentences.title.as_str()),
        ("namespace", document.namespace),
        ("expressionLanguage", FEEL),
        ("typeLanguage", FEEL),
        ("exporter", "cargo site dmn"),
        ("exporterVersion", env!("CARGO_PKG_VERSION")),
    ];
    element(&mut xml, "definitions", &attributes, |xml| {
        text(xml, "description", &document.sentences.disclaimer)?;
        document.model.question_ids().try_for_each(|it| document.write_input(xml, it))?;
        document.decisions.iter().try_for_each(|it| document.write_decision(xml, it))?;
        document.write_diagram(xml)
    })?;
    let bytes = xml.into_inner();
    Ok(String::from_utf8(bytes).expect("names and sentences are UTF-8") + "\n")
}

impl Document<'_> {
    fn id(&self, question: QuestionId) -> &str {
        &self.model.question(question).id
    }

    /// The name of a question as readers know it.
    fn label(&self, question: QuestionId) -> &str {
        &self.sentences.question(question).short
    }

    /// The decision that gives an input of another; none where it is an answer as it was given.
    fn source(&self, input: &str) -> Option<&Decision<'_>> {
        self.decisions.iter().find(|it| it.name == input)
    }

    fn write_input(&self, xml: &mut Xml, question: QuestionId) -> io::Result<()> {
        let name = self.id(question);
        let id = input_id(name);
        let attributes = [("id", id.as_str()), ("name", name), ("label", self.label(question))];
        element(xml, "inputData", &attributes, |xml| {
            text(xml, "description", &self.sentences.question(question).asks)?;
            variable(xml, &id, name)
        })
    }

    fn write_decision(&self, xml: &mut Xml, decision: &Decision) -> io::Result<()> {
        let id = decision_id(&decision.name);
        element(xml, "decision", &[("id", &id), ("name", &decision.name), ("label", decision.label)], |xml| {
            variable(xml, &id, &decision.name)?;
            for (question, input) in &decision.inputs {
                let requirement = self.requirement_id(decision, *question);
                element(xml, "informationRequirement", &[("id", &requirement)], |xml| match self.source(input) {
                    Some(_) => empty(xml, "requiredDecision", &[("href", &format!("#{}", decision_id(input)))]),
                    None => empty(xml, "requiredInput", &[("href", &format!("#{}", input_id(input)))]),
                })?;
            }
            self.write_table(xml, decision)
        })
    }

    fn write_table(&self, xml: &mut Xml, decision: &Decision) -> io::Result<()> {
        let name = &decision.name;
        let attributes = [("id", format!("table_{name}")), ("hitPolicy", "FIRST".to_owned())];
        element(xml, "decisionTable", &borrowed(&attributes), |xml| {
            for (question, input) in &decision.inputs {
                let id = format!("column_{name}_{}", self.id(*question));
                element(xml, "input", &[("id", &id), ("label", self.label(*question))], |xml| {
                    let value = format!("{id}_value");
                    let attributes = [("id", value.as_str()), ("typeRef", "string")];
                    element(xml, "inputExpression", &attributes, |xml| text(xml, "text", input))?;
                    let answers = quoted_answers(self.model, *question).join(",");
                    expression(xml, "inputValues", &format!("{id}_values"), &answers)
                })?;
            }
            let id = format!("result_{name}");
            let attributes = [("id", id.as_str()), ("name", name), ("label", decision.label), ("typeRef", "string")];
            element(xml, "output", &attributes, |xml| {
                expression(xml, "outputValues", &format!("{id}_values"), &decision.values.join(","))
            })?;
            (0..decision.rules.len()).try_for_each(|it| self.write_rule(xml, decision, it))
        })
    }

    fn write_rule(&self, xml: &mut Xml, decision: &Decision, index: usize) -> io::Result<()> {
        let rule = &decision.rules[index];
        let id = format!("rule_{}_{}", decision.name, index + 1);
        element(xml, "rule", &[("id", &id)], |xml| {
            if !rule.description.is_empty() {
                text(xml, "description", rule.description)?;
            }
            for (test, (question, _)) in rule.tests.iter().zip(&decision.inputs) {
                let answers = |it: &Vec<AnswerId>| {
                    it.iter().map(|it| quoted_answer(self.model, *question, *it)).collect::<Vec<_>>().join(",")
                };
                let test = test.as_ref().map_or_else(|| "-".to_owned(), answers);
                expression(xml, "inputEntry", &format!("{id}_{}", self.id(*question)), &test)?;
            }
            expression(xml, "outputEntry", &format!("{id}_result"), &rule.output)
        })
    }

    /// The diagram of what depends on what: input data at the foot, the outcome at the head, and for each normalisation a row of its
    /// own in the column of its question.
    fn write_diagram(&self, xml: &mut Xml) -> io::Result<()> {
        element(xml, "dmndi:DMNDI", &[], |xml| {
            element(xml, "dmndi:DMNDiagram", &[("id", "diagram")], |xml| {
                for question in self.model.question_ids() {
                    let id = input_id(self.id(question));
                    shape(xml, &id, self.label(question), self.place(question, self.id(question)), INPUT)?;
                }
                for decision in &self.decisions {
                    let id = decision_id(&decision.name);
                    shape(xml, &id, decision.label, self.place_of(decision), DECISION)?;
                }
                for decision in &self.decisions {
                    let (middle, top) = self.place_of(decision);
                    for (question, input) in &decision.inputs {
                        let id = self.requirement_id(decision, *question);
                        line(xml, &id, self.place(*question, input), (middle, top + DECISION.1))?;
                    }
                }
                Ok(())
            })
        })
    }

    /// The middle of the upper edge of the box that gives an input.
    fn place(&self, question: QuestionId, input: &str) -> Point {
        let foot = (self.decisions.len() * ROW, question.index() * COLUMN + COLUMN / 2);
        self.source(input).map_or((foot.1, foot.0), |it| self.place_of(it))
    }

    /// The middle of the upper edge of a decision's box.
    fn place_of(&self, decision: &Decision) -> Point {
        let index = self.decisions.iter().position(|it| it.name == decision.name).unwrap_or_default();
        let middle = self.model.questions.len() * COLUMN / 2;
        let column = decision.normalises.map_or(middle, |it| it.index() * COLUMN + COLUMN / 2);
        (column, (self.decisions.len() - 1 - index) * ROW)
    }

    fn requirement_id(&self, decision: &Decision, question: QuestionId) -> String {
        format!("needs_{}_{}", decision.name, self.id(question))
    }
}

fn input_id(name: &str) -> String {
    format!("input_{name}")
}

fn decision_id(name: &str) -> String {
    format!("decision_{name}")
}

fn element(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let element = xml.create_element(name).with_attributes(attributes.iter().copied());
    element.write_inner_content(content).map(|_| ())
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(|_| ())
}

fn text(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content)).map(|_| ())
}

/// An expression of FEEL inside an element of its own.
fn expression(xml: &mut Xml, name: &str, id: &str, content: &str) -> io::Result<()> {
    element(xml, name, &[("id", id)], |xml| text(xml, "text", content))
}

fn variable(xml: &mut Xml, of: &str, name: &str) -> io::Result<()> {
    empty(xml, "variable", &[("id", &format!("variable_{of}")), ("name", name), ("typeRef", "string")])
}

/// A box around a point in the middle of its upper edge. Tools that know `DMNLabel` show it in place of the name; dmn-js shows the name.
fn shape(
    xml: &mut Xml,
    of: &str,
    label: &str,
    (middle, top): Point,
    (width, height): (usize, usize),
) -> io::Result<()> {
    let attributes = [("id", format!("shape_{of}")), ("dmnElementRef", of.to_owned())];
    element(xml, "dmndi:DMNShape", &borrowed(&attributes), |xml| {
        let bounds = [
            ("x", (middle - width / 2).to_string()),
            ("y", top.to_string()),
            ("width", width.to_string()),
            ("height", height.to_string()),
        ];
        empty(xml, "dc:Bounds", &borrowed(&bounds))?;
        element(xml, "dmndi:DMNLabel", &[("id", &format!("label_{of}"))], |xml| text(xml, "dmndi:Text", label))
    })
}

/// A line upwards. It turns below its end alone, so that it stays in the column of its beginning and meets no box there.
fn line(xml: &mut Xml, of: &str, from: Point, to: Point) -> io::Result<()> {
    let turn = to.1 + (ROW - DECISION.1) / 2;
    let attributes = [("id", format!("edge_{of}")), ("dmnElementRef", of.to_owned())];
    element(xml, "dmndi:DMNEdge", &borrowed(&attributes), |xml| {
        [from, (from.0, turn), (to.0, turn), to]
            .iter()
            .try_for_each(|(x, y)| empty(xml, "di:waypoint", &borrowed(&[("x", x.to_string()), ("y", y.to_string())])))
    })
}

fn borrowed<'a>(attributes: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    attributes.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
