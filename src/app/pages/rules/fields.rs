//! The fields of a parameter, whose value comes back from the worker after it was handed over.
//!
//! As with a `TextField`, the elements themselves hold what a person writes or ticks, and a value from elsewhere is put in
//! only where nobody has entered anything since. What was handed over is no such entry: it may come back in another form, 8
//! for ８次, and that is shown then.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::rulebook::Setting;

/// The fields of a parameter, as they stand on the page: those for texts first, then those for words to choose.
#[derive(Clone)]
pub(super) struct ParameterFields {
    nodes: Rc<Vec<NodeRef>>,
    /// What was handed over last.
    handed: Rc<RefCell<Vec<Entered>>>,
}

/// What stands in a field.
#[derive(Clone, PartialEq)]
enum Entered {
    Text(String),
    /// Whether a word is chosen.
    Word(bool),
}

/// Returns the fields of a parameter, and has them show its value.
#[hook]
pub(super) fn use_parameter_fields(setting: &Setting) -> ParameterFields {
    let count = setting.typed.len() + setting.choices.len();
    let nodes = use_memo(count, |count| (0..*count).map(|_| NodeRef::default()).collect());
    let fields = ParameterFields { nodes, handed: use_mut_ref(Vec::new) };
    // What was put in last.
    let shown = use_mut_ref(Vec::new);
    {
        let fields = fields.clone();
        use_effect_with(value_of(setting), move |value| {
            let before = shown.replace(value.clone());
            fields.show(value, &before);
        });
    }
    fields
}

/// Returns the value that a parameter has, field by field.
fn value_of(setting: &Setting) -> Vec<Entered> {
    let texts = setting.typed.iter().cloned().map(Entered::Text);
    texts.chain(setting.choices.iter().map(|choice| Entered::Word(choice.chosen))).collect()
}

impl ParameterFields {
    /// Returns the node of the field at an index.
    pub(super) fn node(&self, index: usize) -> NodeRef {
        self.nodes.get(index).cloned().unwrap_or_default()
    }

    /// Returns the texts that stand in the fields, or the codes of the words that are chosen, and remembers them as handed
    /// over.
    pub(super) fn hand_over(&self, setting: &Setting) -> Vec<String> {
        let entered = self.entered(&value_of(setting));
        self.handed.replace(entered.clone());
        let mut codes = setting.choices.iter().map(|choice| &choice.code);
        let value = |entered| match entered {
            Entered::Text(text) => Some(text),
            Entered::Word(chosen) => codes.next().filter(|_| chosen).cloned(),
        };
        entered.into_iter().filter_map(value).collect()
    }

    /// Puts in a value, where nothing was entered since the one `before`.
    fn show(&self, value: &[Entered], before: &[Entered]) {
        let entered = self.entered(value);
        let handed = self.handed.borrow();
        for (index, (node, value)) in self.nodes.iter().zip(value).enumerate() {
            let is_still = |then: &[Entered]| match value {
                Entered::Text(_) => entered.get(index) == then.get(index),
                // Words are chosen together.
                Entered::Word(_) => entered == then,
            };
            // Fields that are new hold nothing.
            let is_new = before.len() != entered.len();
            if let Some(field) = node.cast::<HtmlInputElement>()
                && (is_new || is_still(before) || is_still(&handed))
            {
                match value {
                    Entered::Text(text) => field.set_value(text),
                    Entered::Word(chosen) => field.set_checked(*chosen),
                }
            }
        }
    }

    /// Returns what stands in the fields, each of the kind that its value has.
    fn entered(&self, value: &[Entered]) -> Vec<Entered> {
        let fields = self.nodes.iter().map(|node| node.cast::<HtmlInputElement>()).zip(value);
        let entered = |(field, value): (Option<HtmlInputElement>, &Entered)| match value {
            Entered::Text(_) => Entered::Text(field.map(|field| field.value()).unwrap_or_default()),
            Entered::Word(_) => Entered::Word(field.is_some_and(|field| field.checked())),
        };
        fields.map(entered).collect()
    }
}
