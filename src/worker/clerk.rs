//! A worker's answers about rules and pasted rows, for who has no worker: the element in a page of somebody
//! else's asks them of a module on its own thread.

use js_sys::Array;

use super::messages::{Ask, Tell};
use super::pasted;
use super::rules::Rules;
use super::wire::{Reading, Wire};

/// One who answers, by the rules that it was told last.
#[derive(Default)]
pub struct Clerk {
    rules: Rules,
}

impl Clerk {
    /// Answers a message; `None` where it is no question for it.
    pub fn answer(&mut self, message: Array) -> Option<Array> {
        let told = match Ask::read(&mut Reading::new(message))? {
            Ask::Rules(rules) => Tell::Rules(self.rules.change(&rules)),
            Ask::Pasted(rows) => Tell::Pasted(pasted::read(&rows)),
            _ => return None,
        };
        let answer = Array::new();
        told.write(&answer);
        Some(answer)
    }
}
