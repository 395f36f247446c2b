//! The rules read a second time: by lists and by definitions, slowly, and without the engine.

use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
};

use which_guarantee::case::{
    Amendment, AnswerId, ConditionId, Effect, FlagId, GuaranteeId, Kind, Model, Pattern, QuestionId, ReadingId,
};

/// One answer to every question.
pub type World = Vec<AnswerId>;
/// An answer to every question, or none.
pub type Partial = Vec<Option<AnswerId>>;
pub type Outcomes = BTreeSet<GuaranteeId>;
pub type Ids = BTreeSet<QuestionId>;

pub struct Slow<'a> {
    pub model: &'a Model,
    pub rows: Vec<Row>,
    /// Every world, the last question counting fastest.
    pub worlds: Vec<Fate>,
    /// What was looked up before.
    known: RefCell<HashMap<Partial, Outcomes>>,
}

pub struct Row {
    pub guarantee: GuaranteeId,
    pub strength: u8,
    pub needs: Vec<ConditionId>,
}

/// A world and what becomes of it.
pub struct Fate {
    pub world: World,
    pub contradicts: bool,
    /// A reader can give it just so.
    pub given: bool,
    pub outcome: Option<GuaranteeId>,
}

impl<'a> Slow<'a> {
    pub fn of(model: &'a Model, readings: &[ReadingId]) -> Self {
        let chosen = model.guarantee_ids().filter(|it| !model.guarantee(*it).never);
        let mut rows: Vec<Row> = chosen
            .map(|it| {
                let guarantee = model.guarantee(it);
                Row { guarantee: it, strength: guarantee.strength, needs: guarantee.needs.clone() }
            })
            .collect();
        for amendment in readings.iter().flat_map(|it| &model.readings[it.index()].amendments) {
            amend(&mut rows, amendment);
        }
        let mut slow = Self { model, rows, worlds: Vec::new(), known: RefCell::default() };
        let mut worlds: Vec<World> = vec![Vec::new()];
        for question in &model.questions {
            let longer = |world: &World| {
                let answers = AnswerId::all(question.answers.len());
                answers.map(|it| [world.as_slice(), &[it]].concat()).collect::<Vec<_>>()
            };
            worlds = worlds.iter().flat_map(longer).collect();
        }
        let fates = worlds.into_iter().map(|world| {
            let counted = slow.normalised(&world);
            Fate {
                contradicts: slow.contradicts(&whole(&world)),
                given: counted == world,
                outcome: slow.rows.iter().find(|it| slow.holds(it, &counted)).map(|it| it.guarantee),
                world,
            }
        });
        let fates = fates.collect();
        slow.worlds = fates;
        slow
    }

    pub fn questions(&self) -> impl Iterator<Item = QuestionId> + Clone + use<> {
        self.model.question_ids()
    }

    pub fn answers(&self, question: QuestionId) -> impl Iterator<Item = AnswerId> + Clone + use<> {
        AnswerId::all(self.model.question(question).answers.len())
    }

    /// Every way to answer some of the questions.
    pub fn partials(&self) -> Vec<Partial> {
        let mut partials: Vec<Partial> = vec![Vec::new()];
        for question in self.questions() {
            let choices = || [None].into_iter().chain(self.answers(question).map(Some));
            partials = partials.iter().flat_map(|it| choices().map(|choice| [&it[..], &[choice]].concat())).collect();
        }
        partials
    }

    pub fn fate(&self, world: &World) -> &Fate {
        self.worlds.iter().find(|it| it.world == *world).expect("all worlds are there")
    }

    pub fn given(&self) -> impl Iterator<Item = &Fate> + Clone {
        self.worlds.iter().filter(|it| it.given)
    }

    pub fn agrees(&self, partial: &Partial, pattern: &Pattern) -> bool {
        pattern.iter().all(|(question, allowed)| match partial[question.index()] {
            Some(answer) => allowed.contains(&answer),
            None => self.answers(*question).all(|it| allowed.contains(&it)),
        })
    }

    pub fn contradicts(&self, partial: &Partial) -> bool {
        let is_met = |it: &&which_guarantee::case::Normalisation| self.agrees(partial, &it.when);
        self.model.normalisations.iter().filter(is_met).any(|it| matches!(it.effect, Effect::Set(..)))
    }

    pub fn is_idle(&self, partial: &Partial, question: QuestionId) -> bool {
        let idle = |it: &Effect| matches!(it, Effect::Idle(it) if *it == question);
        self.model.normalisations.iter().any(|it| idle(&it.effect) && self.agrees(partial, &it.when))
    }

    /// Contradictions resolved one after the other; what is idle stays as it is.
    pub fn reconciled(&self, partial: &Partial) -> Partial {
        let mut now = partial.clone();
        for it in &self.model.normalisations {
            if let Effect::Set(question, answer) = it.effect
                && self.agrees(&now, &it.when)
            {
                now[question.index()] = Some(answer);
            }
        }
        now
    }

    pub fn normalised(&self, world: &World) -> World {
        let mut now = world.clone();
        for it in &self.model.normalisations {
            if self.agrees(&whole(&now), &it.when) {
                let (question, answer) = self.becomes(it.effect);
                now[question.index()] = answer;
            }
        }
        now
    }

    /// The contradictions that answers, or what is left of them when its turn comes, meet.
    pub fn overruled(&self, partial: &Partial) -> Vec<usize> {
        let mut now = partial.clone();
        let mut met = Vec::new();
        for (index, it) in self.model.normalisations.iter().enumerate() {
            if self.agrees(&now, &it.when) {
                met.extend(matches!(it.effect, Effect::Set(..)).then_some(index));
                let (question, answer) = self.becomes(it.effect);
                now[question.index()] = Some(answer);
            }
        }
        met
    }

    fn becomes(&self, effect: Effect) -> (QuestionId, AnswerId) {
        match effect {
            Effect::Set(question, answer) => (question, answer),
            Effect::Idle(question) => (question, self.model.question(question).article_value),
        }
    }

    pub fn holds(&self, row: &Row, world: &World) -> bool {
        self.missing(row, world).is_empty()
    }

    pub fn missing(&self, row: &Row, world: &World) -> Vec<ConditionId> {
        let lacks = |it: &ConditionId| {
            let condition = self.model.condition(*it);
            !condition.answers.contains(&world[condition.question.index()])
        };
        row.needs.iter().copied().filter(lacks).collect()
    }

    pub fn steps(&self, row: &Row, world: &World) -> u32 {
        let steps = |it: &ConditionId| {
            let condition = self.model.condition(*it);
            let now = world[condition.question.index()];
            match self.model.question(condition.question).kind {
                Kind::Nominal => 1,
                Kind::Ordinal => {
                    condition.answers.iter().map(|it| it.0.abs_diff(now.0)).min().expect("an answer meets it").into()
                }
            }
        };
        self.missing(row, world).iter().map(steps).sum()
    }

    /// The worlds that answers can still become; contradictory answers are resolved first.
    pub fn completions(&self, partial: &Partial) -> impl Iterator<Item = &Fate> + Clone {
        let partial = self.reconciled(partial);
        self.worlds.iter().filter(move |it| !it.contradicts && fits(&partial, &it.world))
    }

    pub fn possible(&self, partial: &Partial) -> Outcomes {
        let possible = || self.completions(partial).filter_map(|it| it.outcome).collect();
        self.known.borrow_mut().entry(partial.clone()).or_insert_with(possible).clone()
    }

    /// Whether two worlds that differ in this answer alone have different outcomes.
    pub fn matters(&self, partial: &Partial, question: QuestionId) -> bool {
        let worlds: Vec<&Fate> = self.worlds.iter().filter(|it| !it.contradicts && fits(partial, &it.world)).collect();
        let alike =
            |one: &Fate, other: &Fate| self.differing(&one.world, &other.world).iter().all(|it| *it == question);
        worlds.iter().any(|one| worlds.iter().any(|other| one.outcome != other.outcome && alike(one, other)))
    }

    pub fn differing(&self, one: &World, other: &World) -> Ids {
        self.questions().filter(|it| one[it.index()] != other[it.index()]).collect()
    }

    /// The world in which open answers take the article's value.
    pub fn headline_world(&self, partial: &Partial) -> World {
        let filled = self.questions().map(|it| partial[it.index()].unwrap_or(self.model.question(it).article_value));
        self.normalised(&filled.collect())
    }

    pub fn flags(&self, world: &World, headline: GuaranteeId) -> Vec<FlagId> {
        FlagId::all(self.model.flags.len())
            .filter(|it| {
                let flag = &self.model.flags[it.index()];
                self.agrees(&whole(world), &flag.when)
                    && (flag.outcomes.is_empty() || flag.outcomes.contains(&headline))
            })
            .collect()
    }

    pub fn strength(&self, guarantee: Option<GuaranteeId>) -> u8 {
        self.rows.iter().find(|it| Some(it.guarantee) == guarantee).map_or(0, |it| it.strength)
    }
}

pub fn whole(world: &World) -> Partial {
    world.iter().copied().map(Some).collect()
}

pub fn fits(partial: &Partial, world: &World) -> bool {
    partial.iter().zip(world).all(|(choice, answer)| choice.is_none_or(|it| it == *answer))
}

/// Those that contain no other, each once, in the order of their size.
pub fn smallest(mut sets: Vec<Ids>) -> Vec<Ids> {
    sets.sort_by_key(|it| (it.len(), it.iter().copied().collect::<Vec<_>>()));
    sets.dedup();
    let all = sets.clone();
    sets.retain(|it| !all.iter().any(|other| other != it && other.is_subset(it)));
    sets
}

fn amend(rows: &mut Vec<Row>, amendment: &Amendment) {
    let place = |rows: &[Row], id: GuaranteeId| rows.iter().position(|it| it.guarantee == id);
    match amendment {
        Amendment::Swap { guarantee, from, to } => {
            for need in rows.iter_mut().filter(|it| it.guarantee == *guarantee).flat_map(|it| &mut it.needs) {
                if need == from {
                    *need = *to;
                }
            }
        }
        Amendment::Drop(guarantee) => rows.retain(|it| it.guarantee != *guarantee),
        Amendment::Add { guarantee, needs, above } => {
            let Some(index) = place(rows, *above) else { return };
            let strength = rows[index].strength;
            rows.insert(index, Row { guarantee: *guarantee, strength, needs: needs.clone() });
        }
        Amendment::Above { guarantee, over } => {
            let (Some(from), Some(to)) = (place(rows, *guarantee), place(rows, *over)) else { return };
            let strength = rows[to].strength;
            let row = rows.remove(from);
            let to = place(rows, *over).expect("it is another row");
            rows.insert(to, Row { strength, ..row });
        }
    }
}
