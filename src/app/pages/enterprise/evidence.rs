//! The facts on which something rests, each a link to where it stands.

use std::rc::Rc;

use yew::prelude::*;

use super::TOGETHER;
use crate::app::components::{fact_button, fact_words};
use crate::app::state::queries::{View, grade_words};
use crate::assess::{Evidence, Target};

/// A fact in one line.
#[derive(Clone, PartialEq)]
pub struct EvidenceLine {
    words: AttrValue,
    /// Where it leads to; a risk grade leads nowhere.
    fact: Option<Target>,
}

impl EvidenceLine {
    /// Returns what is shown of a fact.
    pub fn of(view: &View, Evidence { kind, index, sector }: Evidence) -> Self {
        let fact = index.map(|index| Target { kind, index });
        let words = match (fact, sector) {
            (Some(fact), _) => fact_words(view, fact),
            (None, Some(sector)) => grade_words(view, sector),
            (None, None) => String::new(),
        };
        Self { words: words.into(), fact }
    }

    /// Returns the fact as a link to where it stands; a risk grade in words.
    pub fn html(&self) -> Html {
        match self.fact {
            Some(fact) => fact_button(fact, &self.words),
            None => html! { &self.words },
        }
    }
}

/// What a list of facts is given.
#[derive(Properties, PartialEq)]
pub struct EvidenceListProps {
    /// The enterprise whose facts they are.
    pub view: Rc<View>,
    pub facts: Vec<Evidence>,
}

/// A list of facts, which can be all penalties of a record.
#[component(EvidenceList)]
pub fn evidence_list(EvidenceListProps { view, facts }: &EvidenceListProps) -> Html {
    let lines: Vec<EvidenceLine> = facts.iter().map(|fact| EvidenceLine::of(view, *fact)).collect();
    let parts = lines.chunks(TOGETHER).enumerate();
    html! { <ul>{ for parts.map(|(key, lines)| html! { <EvidenceLines {key} lines={lines.to_vec()} /> }) }</ul> }
}

/// What some lines are given.
#[derive(Properties, PartialEq)]
struct EvidenceLinesProps {
    lines: Vec<EvidenceLine>,
}

/// Some facts of a list.
#[component(EvidenceLines)]
fn evidence_lines(EvidenceLinesProps { lines }: &EvidenceLinesProps) -> Html {
    lines.iter().map(|line| html! { <li>{ line.html() }</li> }).collect()
}
