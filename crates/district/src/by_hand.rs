//! What a person has changed, beside what files of another month say of the same enterprise.

use super::update::{
    same_abnormal, same_commitment, same_court, same_inspection, same_lead, same_penalty, same_serious,
};
use facts::Enterprise;
use serde::{Deserialize, Serialize};

/// What becomes of facts that a person has changed when the files of another month are laid over a district.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ByHand {
    /// They stay as the person changed them; all else is as the files say.
    #[default]
    Keep,
    /// The files say what there is.
    Official,
}

/// An enterprise as the files say now, with what a person had changed of it before: `own` is what the files said then,
/// `changed` what the person made of it. What a person has not touched is as the files say.
pub(super) fn kept(own: &Enterprise, changed: &Enterprise, official: &Enterprise) -> Enterprise {
    fn entry<T: PartialEq + Clone>(own: &T, changed: &T, official: &T) -> T {
        if own == changed { official.clone() } else { changed.clone() }
    }
    Enterprise {
        uscc: official.uscc.clone(),
        name: entry(&own.name, &changed.name, &official.name),
        kind: entry(&own.kind, &changed.kind, &official.kind),
        registered_on: entry(&own.registered_on, &changed.registered_on, &official.registered_on),
        status: entry(&own.status, &changed.status, &official.status),
        region: entry(&own.region, &changed.region, &official.region),
        industry: entry(&own.industry, &changed.industry, &official.industry),
        sectors: entry(&own.sectors, &changed.sectors, &official.sectors),
        risk_grades: entry(&own.risk_grades, &changed.risk_grades, &official.risk_grades),
        figures: entry(&own.figures, &changed.figures, &official.figures),
        penalties: facts(&own.penalties, &changed.penalties, &official.penalties, same_penalty),
        abnormal_listings: facts(
            &own.abnormal_listings,
            &changed.abnormal_listings,
            &official.abnormal_listings,
            same_abnormal,
        ),
        serious_listings: facts(
            &own.serious_listings,
            &changed.serious_listings,
            &official.serious_listings,
            same_serious,
        ),
        court_listings: facts(&own.court_listings, &changed.court_listings, &official.court_listings, same_court),
        leads: facts(&own.leads, &changed.leads, &official.leads, same_lead),
        inspections: facts(&own.inspections, &changed.inspections, &official.inspections, same_inspection),
        commitments: facts(&own.commitments, &changed.commitments, &official.commitments, same_commitment),
    }
}

/// The facts of one kind: those of the files, without what was taken out by hand, with what was altered or added by hand.
fn facts<T: Clone + PartialEq>(own: &[T], changed: &[T], official: &[T], same: fn(&T, &T) -> bool) -> Vec<T> {
    let mut facts = official.to_vec();
    let mut by_hand: Vec<&T> = changed.iter().filter(|fact| !own.contains(fact)).collect();
    for fact in own.iter().filter(|fact| !changed.contains(fact)) {
        let altered = by_hand.iter().position(|other| same(fact, other)).map(|index| by_hand.remove(index));
        match (facts.iter().position(|other| other == fact || same(fact, other)), altered) {
            (Some(index), Some(altered)) => facts[index] = altered.clone(),
            (Some(index), None) => {
                facts.remove(index);
            }
            // It is not in the files any more, yet a person knows better.
            (None, altered) => facts.extend(altered.cloned()),
        }
    }
    for fact in by_hand {
        match facts.iter().position(|other| same(fact, other)) {
            Some(index) => facts[index] = fact.clone(),
            None => facts.push(fact.clone()),
        }
    }
    facts
}
