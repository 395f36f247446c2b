//! From an entry as an editor writes it to an entry of the model, with indices in the place of ids.

use crate::case::{
    ActorId, Amendment, Axes, ChapterId, Condition, Effect, Flag, Former, Guarantee, Improvement, Model, Normalisation,
    Preset, Question, QuestionId, Reading, ReadingId, TermId,
    claims::{Claim, Expectation},
    load::{
        resolver::{Names, word, words},
        schema::*,
    },
};

impl Names {
    /// A question with its ids resolved. Reports what makes it unusable.
    pub fn make_question(&mut self, it: &QuestionSource) -> Question {
        if it.answers.len() < 2 {
            self.problem(
                &it.id,
                format!("The question `{}` has fewer than two answers.", it.id.get_ref()),
                "Give it at least two answers or remove the question.".to_owned(),
            );
        }
        let owner = it.id.get_ref().clone();
        self.distinct("answer", it.answers.iter().chain(it.answers_were.keys()));
        if it.article_section.is_none() && !it.article_inferred {
            self.problem(
                &it.article_value,
                format!("`{owner}` says neither where the article has its value nor that the value is ours."),
                "Add article_section = \"…\", or article_inferred = true.".to_owned(),
            );
        }
        Question {
            id: word(&it.id),
            chapter: ChapterId(self.find("chapter", &it.chapter, |names| &names.chapters)),
            kind: it.kind,
            answers: words(&it.answers),
            article_value: self.answer(&owner, &it.article_value),
            article_section: it.article_section.as_ref().map(|id| self.section(id)),
            article_inferred: it.article_inferred,
            decided_by: it.decided_by.iter().map(|id| ActorId(self.find("actor", id, |names| &names.actors))).collect(),
            terms: it.terms.iter().map(|id| TermId(self.find("term", id, |names| &names.terms))).collect(),
            same_outcome: it
                .same_outcome
                .iter()
                .map(|group| group.iter().map(|id| self.answer(&owner, id)).collect())
                .collect(),
        }
    }

    /// Every id that links of earlier versions have, with what it is now.
    pub fn make_former(&mut self, questions: &[QuestionSource], readings: &[ReadingSource]) -> Former {
        let mut former = Former::default();
        for (id, question) in QuestionId::all(questions.len()).zip(questions) {
            let owner = question.id.get_ref();
            former.questions.extend(question.was.iter().map(|it| (word(it), id)));
            former
                .answers
                .extend(question.answers_were.iter().map(|(was, now)| (id, word(was), self.answer(owner, now))));
        }
        for (id, reading) in ReadingId::all(readings.len()).zip(readings) {
            former.readings.extend(reading.was.iter().map(|it| (word(it), id)));
        }
        former
    }

    /// A normalisation with its ids resolved. Reports one that does both or nothing.
    pub fn make_normalisation(&mut self, it: &NormalisationSource) -> Normalisation {
        let effect = match (&it.set, &it.idle) {
            (Some(set), None) if set.len() == 1 => {
                let (question, answer) = set.first_key_value().expect("just seen to have one entry");
                let (question, answer) = self.question_answer(question, answer);
                Effect::Set(question, answer)
            }
            (None, Some(idle)) => Effect::Idle(self.question(idle)),
            _ => {
                self.problem(
                    &it.id,
                    format!(
                        "The normalisation `{}` must either set one answer or make one question idle.",
                        it.id.get_ref()
                    ),
                    "Give it exactly one of: set = { question = \"answer\" }, idle = \"question\".".to_owned(),
                );
                Effect::Idle(QuestionId(0))
            }
        };
        let when = self.pattern(&it.when);
        // Without this the world that comes out would contradict itself as the one that went in.
        if let Effect::Set(question, answer) = effect
            && when.iter().all(|(named, answers)| *named != question || answers.contains(&answer))
        {
            self.problem(
                &it.id,
                format!(
                    "The normalisation `{}` resolves nothing: its `when` still holds after its `set`.",
                    it.id.get_ref()
                ),
                "Set a question that `when` names to an answer that it does not name.".to_owned(),
            );
        }
        Normalisation {
            id: word(&it.id),
            when,
            effect,
            section: it.section.as_ref().map(|id| self.section(id)),
            inferred: self.grounded(&it.id, it.section.is_some(), it.inferred),
        }
    }

    /// Without a `[landscape]` the first two questions are at its edges.
    pub fn make_landscape(&mut self, it: Option<&LandscapeSource>) -> Axes {
        let Some(it) = it else { return Axes { across: QuestionId(0), down: QuestionId(1), within: None } };
        let axes = Axes {
            across: self.question(&it.across),
            down: self.question(&it.down),
            within: it.within.as_ref().map(|id| self.question(id)),
        };
        let twice = if axes.across == axes.down { Some(&it.down) } else { it.within.as_ref() };
        if axes.across == axes.down || [axes.across, axes.down].iter().any(|id| axes.within == Some(*id)) {
            self.problem(
                twice.unwrap_or(&it.down),
                "The landscape has the same question at two edges.".to_owned(),
                "Name a different question at each edge, or leave out `within`.".to_owned(),
            );
        }
        axes
    }

    /// An improvement with its ids resolved.
    pub fn make_improvement(&mut self, it: &ImprovementSource) -> Improvement {
        let (question, from) = self.question_answer(&it.question, &it.from);
        let (_, to) = self.question_answer(&it.question, &it.to);
        Improvement { question, from, to }
    }

    /// A condition with its ids resolved. Reports one that names no answer.
    pub fn make_condition(&mut self, it: &ConditionSource) -> Condition {
        let owner = it.question.get_ref().clone();
        let question = self.question(&it.question);
        let answers = if self.questions.iter().any(|(id, _)| *id == owner) {
            it.answers.iter().map(|id| self.answer(&owner, id)).collect()
        } else {
            Vec::new()
        };
        if it.answers.is_empty() {
            self.problem(
                &it.id,
                format!("The condition `{}` can never hold: it names no answer.", it.id.get_ref()),
                "Name the answers with which it holds.".to_owned(),
            );
        }
        Condition { id: word(&it.id), question, answers, section: self.section(&it.section), inferred: it.inferred }
    }

    /// A guarantee with its ids resolved. Reports one that has strength and needs without being choosable, or lacks them.
    pub fn make_guarantee(&mut self, it: &GuaranteeSource) -> Guarantee {
        match (it.never, &it.strength, &it.needs) {
            (false, Some(_), Some(_)) | (true, None, None) => {}
            (false, ..) => self.problem(
                &it.id,
                format!("The guarantee `{}` lacks its strength or what it needs.", it.id.get_ref()),
                "Give it strength = a number and needs = [conditions], or never = true.".to_owned(),
            ),
            (true, ..) => self.problem(
                &it.id,
                format!(
                    "The guarantee `{}` is never chosen, so it can have neither strength nor needs.",
                    it.id.get_ref()
                ),
                "Remove strength and needs, or remove never = true.".to_owned(),
            ),
        }
        Guarantee {
            id: word(&it.id),
            strength: it.strength.as_ref().map_or(0, |it| *it.get_ref()),
            needs: it.needs.iter().flatten().map(|id| self.condition(id)).collect(),
            never: it.never,
            applies: self.pattern(&it.applies),
            interim: it.interim,
            floor: it.floor,
            section: self.section(&it.section),
            inferred: it.inferred,
            price_inferred: it.price_inferred,
            forecast: it.forecast,
        }
    }

    /// A reading with its ids resolved. Reports one that changes nothing.
    pub fn make_reading(&mut self, it: &ReadingSource) -> Reading {
        let mut amendments = Vec::new();
        for swap in &it.swap {
            amendments.push(Amendment::Swap {
                guarantee: self.guarantee(&swap.guarantee),
                from: self.condition(&swap.from),
                to: self.condition(&swap.to),
            });
        }
        amendments.extend(it.drop.iter().map(|id| Amendment::Drop(self.guarantee(id))));
        for add in &it.add {
            amendments.push(Amendment::Add {
                guarantee: self.guarantee(&add.guarantee),
                needs: add.needs.iter().map(|id| self.condition(id)).collect(),
                above: self.guarantee(&add.above),
            });
        }
        for above in &it.above {
            amendments.push(Amendment::Above {
                guarantee: self.guarantee(&above.guarantee),
                over: self.guarantee(&above.over),
            });
        }
        if amendments.is_empty() {
            self.problem(
                &it.id,
                format!("The reading `{}` changes nothing.", it.id.get_ref()),
                "Give it at least one of: swap, drop, add, above.".to_owned(),
            );
        }
        Reading { id: word(&it.id), section: self.section(&it.section), inferred: it.inferred, amendments }
    }

    /// A flag with its ids resolved. Reports one without ground.
    pub fn make_flag(&mut self, it: &FlagSource) -> Flag {
        Flag {
            id: word(&it.id),
            when: self.pattern(&it.when),
            outcomes: it.outcome.iter().map(|id| self.guarantee(id)).collect(),
            section: it.section.as_ref().map(|id| self.section(id)),
            inferred: self.grounded(&it.id, it.section.is_some(), it.inferred),
        }
    }

    /// A preset with its ids resolved. Reports one without date or source.
    pub fn make_preset(&mut self, it: &PresetSource) -> Preset {
        self.date(&it.dated);
        self.sourced("preset", &it.id, &it.sources);
        Preset {
            id: word(&it.id),
            answers: self.answers(&it.answers),
            dated: word(&it.dated),
            sources: words(&it.sources),
        }
    }

    /// A claim with its ids resolved. Reports one that expects nothing, or two things.
    pub fn make_claim(&mut self, it: &ClaimSource) -> Claim {
        let expects = match (&it.outcome, &it.excludes) {
            (Some(outcome), None) => Expectation::Outcome(self.guarantee(outcome)),
            (None, Some(excludes)) if !excludes.is_empty() => {
                Expectation::Excludes(excludes.iter().map(|id| self.guarantee(id)).collect())
            }
            _ => {
                self.problem(
                    &it.id,
                    format!("The claim `{}` must expect one outcome or exclude some.", it.id.get_ref()),
                    "Give it exactly one of: outcome = \"guarantee\", excludes = [\"guarantee\"].".to_owned(),
                );
                Expectation::Excludes(Vec::new())
            }
        };
        Claim {
            id: word(&it.id),
            answers: self.answers(&it.answers),
            expects,
            section: self.section(&it.section),
            inferred: it.inferred,
        }
    }

    /// A swap that replaces a condition which the row does not have would silently do nothing, and a guarantee that is
    /// added though it can be chosen already would be there twice.
    pub fn check_amendments(&mut self, model: &Model, index: usize, source: &ReadingSource) {
        for add in &source.add {
            if model.guarantees.iter().any(|it| it.id == *add.guarantee.get_ref() && !it.never) {
                self.problem(
                    &add.guarantee,
                    format!("`{}` can be chosen already, so there is nothing to add.", add.guarantee.get_ref()),
                    "Name a guarantee with never = true, or move this one with above.".to_owned(),
                );
            }
        }
        let swaps = model.readings[index].amendments.iter().filter_map(|it| match it {
            Amendment::Swap { guarantee, from, .. } => Some((guarantee, from)),
            Amendment::Drop(_) | Amendment::Add { .. } | Amendment::Above { .. } => None,
        });
        for ((guarantee, from), swap) in swaps.zip(&source.swap) {
            let known = model.guarantees.get(guarantee.index()).is_some_and(|it| it.needs.contains(from));
            if !known {
                self.problem(
                    &swap.from,
                    format!(
                        "`{}` does not need `{}`, so there is nothing to swap.",
                        swap.guarantee.get_ref(),
                        swap.from.get_ref()
                    ),
                    "Name one of the conditions that the guarantee needs.".to_owned(),
                );
            }
        }
    }
}
